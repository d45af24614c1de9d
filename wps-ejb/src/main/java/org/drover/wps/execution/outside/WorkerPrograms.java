package org.drover.wps.execution.outside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.backend.ProgramRun;
import org.drover.wps.backend.ResourceLimits;
import org.drover.wps.backend.TaskFolder;
import org.drover.wps.config.Setting;
import org.drover.wps.process.describe.Limits;
import org.drover.wps.worker.Worker;
import org.drover.wps.worker.file.FeatureFile;
import org.drover.wps.worker.folder.ValueWriter;
import org.drover.wps.worker.folder.WorkRequest;
import org.drover.wps.worker.folder.WorkerFolder;
import org.drover.wps.worker.folder.WorkerJson;

/** Makes the programs that are workers: a JVM, its class path, and the files it is given. */
@ApplicationScoped
public class WorkerPrograms {

  /** Memory of a worker, the JVM's own included, in megabytes of 1 000 000 bytes. */
  static final Setting<Long> MEMORY = Setting.number("drover.worker.memory-megabytes", 1000);

  /** Processors' worth of computing of a worker at once. */
  static final Setting<Long> CPUS = Setting.number("drover.worker.cpus", 1);

  /** Time a worker may take whose process has no limit of its own. */
  static final Setting<Optional<Duration>> TIME = Setting.optionalDuration("drover.worker.time");

  /** Files of a worker, in megabytes of 1 000 000 bytes. */
  static final Setting<Long> FILES = Setting.number("drover.worker.files-megabytes", 20_000);

  /** The command {@code java}, as the engine finds it. */
  static final Setting<String> JAVA = Setting.text("drover.worker.java", "java");

  private static final long MEGABYTE = 1_000_000;
  private static final String ARCHIVE = "lib/classes.jsa";
  private static final int THREADS = 200;

  /** Of the memory, for objects; the rest is the JVM's. */
  private static final double HEAP = 0.5;

  /**
   * Some engines limit address space, of which a JVM and its allocator take far more than they use.
   */
  private static final Map<String, String> FRUGAL_ALLOCATOR = Map.of("MALLOC_ARENA_MAX", "2");

  private final WorkerLibrary library;
  private final WorkerArchives archives;

  /** For the container's proxy. */
  protected WorkerPrograms() {
    this(null, null);
  }

  @Inject
  WorkerPrograms(WorkerLibrary library, WorkerArchives archives) {
    this.library = library;
    this.archives = archives;
  }

  /** What a piece adds to the files of a worker. */
  record Given(WorkRequest request, Map<String, Path> files) {}

  /** Makes the request of a worker; large data may be put into a folder. */
  @FunctionalInterface
  interface Giver {
    Given give(Path inputs) throws IOException;
  }

  /**
   * A worker for a process of a class.
   *
   * @param limits of the process
   * @param giver is asked once in the life of a task, then what it gave is there already
   */
  ProgramRun program(Class<?> type, Limits limits, TaskFolder folder, Giver giver)
      throws IOException {
    Map<String, Path> readable = new LinkedHashMap<>(given(folder, giver));
    Map<String, Path> jars = jars(type);
    readable.putAll(jars);
    long memory = limits.memory().orElse(MEMORY.get() * MEGABYTE);
    List<String> java = java(memory);
    List<String> command = new ArrayList<>(java);
    archives
        .find(type, jars, java)
        .ifPresent(
            archive -> {
              readable.put(ARCHIVE, archive);
              command.add("-XX:SharedArchiveFile=" + ARCHIVE);
            });
    command.addAll(List.of("-cp", String.join(":", jars.keySet()), Worker.class.getName()));
    return new ProgramRun(
        command,
        folder.work(),
        readable,
        folder.logs(),
        FRUGAL_ALLOCATOR,
        false,
        bounds(limits, memory));
  }

  private Map<String, Path> jars(Class<?> type) throws IOException {
    Map<String, Path> jars = new LinkedHashMap<>();
    for (Path jar : library.classPath(type)) {
      jars.put("lib/" + jars.size() + "-" + jar.getFileName(), jar);
    }
    return jars;
  }

  /** An archive of classes that does not fit is left out without a word. */
  private static List<String> java(long memory) {
    long heap = (long) (memory * HEAP);
    return List.of(
        JAVA.get(),
        "-XX:+UseSerialGC",
        "-XX:CompressedClassSpaceSize=48m",
        "-XX:ReservedCodeCacheSize=48m",
        "-Xshare:auto",
        "-Xlog:disable",
        "-Xlog:all=error:stderr",
        "-Xss1m",
        "-Xmx" + heap / 1024 + "k",
        "-Djava.io.tmpdir=/tmp");
  }

  private record GivenFiles(Map<String, String> byName) {}

  /** The files given, by name; written down so that they are the same each time. */
  private static Map<String, Path> given(TaskFolder folder, Giver giver) throws IOException {
    Path list = folder.inputs().resolve("given.json");
    Path request = folder.inputs().resolve(WorkerFolder.REQUEST);
    if (!Files.exists(list)) {
      Given given = giver.give(folder.inputs());
      WorkerJson.write(request, given.request());
      Map<String, String> names = new LinkedHashMap<>();
      given.files().forEach((name, file) -> names.put(name, file.toString()));
      WorkerJson.write(list, new GivenFiles(names));
    }
    Map<String, Path> files = new LinkedHashMap<>();
    WorkerJson.read(list, GivenFiles.class)
        .byName()
        .forEach((name, file) -> files.put(name, Path.of(file)));
    files.put(WorkerFolder.REQUEST, request);
    return files;
  }

  private static ResourceLimits bounds(Limits limits, long memory) {
    long files = FILES.get() * MEGABYTE;
    return new ResourceLimits(
        memory,
        THREADS,
        CPUS.get(),
        ResourceLimits.ENDLESS,
        limits.running().or(TIME::get).orElse(ResourceLimits.ENDLESS),
        files,
        files);
  }

  /** Writes the values of inputs so that a worker finds them. */
  static String inputs(Map<String, List<Object>> values, Path folder, Map<String, Path> files)
      throws IOException {
    return new ValueWriter(
            folder,
            (name, file) -> {
              Path given = Path.of(WorkerFolder.INPUTS, name);
              files.put(given.toString(), file);
              Path index = FeatureFile.indexOf(file);
              if (Files.exists(index)) {
                files.put(FeatureFile.indexOf(given).toString(), index);
              }
              return true;
            })
        .inputs(values);
  }
}
