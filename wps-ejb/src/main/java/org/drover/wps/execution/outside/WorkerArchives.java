package org.drover.wps.execution.outside;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.drover.wps.job.JobFolders;
import org.drover.wps.worker.Rehearsal;

/**
 * Archives of the classes workers load, so that they start sooner (application class-data sharing).
 * The server makes one for each class path, in the background, when a worker first has it; workers
 * that come before it is there, or whose Java is another, do without.
 */
@ApplicationScoped
public class WorkerArchives {

  private static final Logger LOG = System.getLogger(WorkerArchives.class.getName());

  private static final long LIMIT_MINUTES = 2;

  private final WorkerFiles files;
  private final Set<Path> tried = ConcurrentHashMap.newKeySet();

  @Resource(lookup = "java:jboss/ee/concurrency/scheduler/wps-timer")
  private ManagedScheduledExecutorService timer;

  /** For the container's proxy. */
  protected WorkerArchives() {
    this(null);
  }

  @Inject
  WorkerArchives(WorkerFiles files) {
    this.files = files;
  }

  /**
   * The archive for a class path, if it has been made; else it will be.
   *
   * @param type process whose classes it has beside those all workers need
   * @param jars the class path, by the names it has in the folder of a worker
   * @param java the command and its options, as workers have them
   */
  Optional<Path> find(Class<?> type, Map<String, Path> jars, List<String> java) throws IOException {
    Path archive = files.folder().resolve(name(jars.keySet(), java) + ".jsa");
    if (files.use(archive)) {
      return Optional.of(archive);
    }
    if (tried.add(archive)) {
      executor().execute(() -> make(type, jars, java, archive));
    }
    return Optional.empty();
  }

  Executor executor() {
    return timer;
  }

  /** Names of jars say what is in them. */
  private static UUID name(Set<String> jars, List<String> java) {
    String all = jars.toString() + java + Runtime.version();
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
  }

  private void make(Class<?> type, Map<String, Path> jars, List<String> java, Path archive) {
    Path place = files.folder().resolve(UUID.randomUUID() + ".making");
    try {
      for (Map.Entry<String, Path> jar : jars.entrySet()) {
        Path link = place.resolve(jar.getKey());
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, jar.getValue());
      }
      rehearse(type, jars.keySet(), java, place);
      Path made = place.resolve(archive.getFileName());
      made.toFile().setReadable(true, false);
      Files.move(made, archive, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.log(Level.INFO, "Workers of {0} start without an archive of classes: {1}", type, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      JobFolders.remove(place);
    }
  }

  private static void rehearse(Class<?> type, Set<String> jars, List<String> java, Path place)
      throws IOException, InterruptedException {
    Path said = place.resolve("said");
    List<String> command = new ArrayList<>(java);
    command.add("-XX:ArchiveClassesAtExit=" + place.resolve(name(jars, java) + ".jsa"));
    command.add("-cp");
    command.add(String.join(":", jars));
    command.addAll(List.of(Rehearsal.class.getName(), "folder", type.getName()));
    Files.createDirectories(place.resolve("folder"));
    Process process =
        new ProcessBuilder(command)
            .directory(place.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly().waitFor();
    }
    if (process.exitValue() != 0) {
      throw new IOException(Files.readString(said));
    }
  }
}
