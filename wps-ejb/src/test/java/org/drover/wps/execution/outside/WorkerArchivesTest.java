package org.drover.wps.execution.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.drover.wps.worker.Rehearsal;
import org.drover.wps.worker.Worker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives of the classes of real workers. */
class WorkerArchivesTest {

  private static final List<String> JAVA =
      List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto");

  @TempDir Path folder;
  private final Map<String, Path> jars = new LinkedHashMap<>();
  private WorkerArchives archives;

  @BeforeEach
  void packTheClassPath() throws IOException {
    for (Path each :
        new WorkerLibrary(new WorkerFiles(folder, Clock.systemUTC())).classPath(Mirror.class)) {
      jars.put("lib/" + jars.size() + ".jar", Files.isDirectory(each) ? pack(each) : each);
    }
    archives =
        new WorkerArchives(
            new WorkerFiles(Files.createDirectory(folder.resolve("workers")), Clock.systemUTC())) {
          @Override
          Executor executor() {
            return Runnable::run;
          }
        };
  }

  private Path pack(Path classes) throws IOException {
    Path jar = folder.resolve("packed-" + jars.size() + ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        zip.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
        Files.copy(file, zip);
      }
    }
    return jar;
  }

  @Test
  void workersTakeTheirClassesFromTheArchiveOnceItIsMade() throws Exception {
    assertThat(archives.find(Mirror.class, jars, JAVA)).isEmpty();
    Path archive = archives.find(Mirror.class, jars, JAVA).orElseThrow();
    Path place = Files.createDirectories(folder.resolve("work/lib")).getParent();
    for (Map.Entry<String, Path> jar : jars.entrySet()) {
      Files.createLink(place.resolve(jar.getKey()), jar.getValue());
    }
    List<String> command = new ArrayList<>(JAVA);
    command.addAll(
        List.of(
            "-XX:SharedArchiveFile=" + archive,
            "-Xlog:class+load",
            "-cp",
            String.join(":", jars.keySet()),
            Rehearsal.class.getName(),
            ".",
            Mirror.class.getName()));
    Path said = folder.resolve("said");
    Process worker =
        new ProcessBuilder(command)
            .directory(place.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(worker.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(worker.exitValue()).as(Files.readString(said)).isZero();
    assertThat(Files.readAllLines(said))
        .anyMatch(it -> isShared(it, Worker.class))
        .anyMatch(it -> isShared(it, Mirror.class));
    assertThat(folder.resolve("workers").toFile().listFiles()).containsExactly(archive.toFile());
  }

  private static boolean isShared(String line, Class<?> type) {
    return line.contains(type.getName() + " source: shared objects file");
  }

  @Test
  void aProcessThatCannotBeLoadedIsTriedOnce() throws IOException {
    Map<String, Path> none = Map.of("lib/0.jar", folder.resolve("none.jar"));
    assertThat(archives.find(Mirror.class, none, JAVA)).isEmpty();
    assertThat(archives.find(Mirror.class, none, JAVA)).isEmpty();
    assertThat(folder.resolve("workers")).isEmptyDirectory();
  }
}
