package org.drover.wps.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server zip of docs/install.md, unpacked and started. */
@Tag("any-database")
class ServerZipIT {

  private static final Path ZIP = Path.of(System.getProperty("drover.server.zip"));

  @TempDir Path work;

  @Test
  void theZipUnpackedAndStartedServes() throws Exception {
    Path home = unpack();

    try (StartedServer server = StartedServer.start(home, work.resolve("server.log"), List.of())) {
      server.awaitService();
      assertThat(
              server.ask(
                  "version=1.0.0&request=Execute&identifier=echo&DataInputs=text=hello"
                      + "&RawDataOutput=text"))
          .isEqualTo("hello");
    }
    assertThat(home.resolve("standalone/data/drover")).isDirectory();
  }

  /** With the permissions in the zip, as the program unzip does. */
  private Path unpack() throws IOException {
    Map<String, Object> withPermissions = Map.of("enablePosixFileAttributes", true);
    try (FileSystem zip =
            FileSystems.newFileSystem(URI.create("jar:" + ZIP.toUri()), withPermissions);
        Stream<Path> all = Files.walk(zip.getPath("/"))) {
      for (Path each : all.skip(1).toList()) {
        Path target = work.resolve(each.toString().substring(1));
        Files.copy(each, target);
        if (Files.isRegularFile(each)) {
          Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(each));
        }
      }
    }
    try (Stream<Path> top = Files.list(work)) {
      return top.findFirst().orElseThrow();
    }
  }
}
