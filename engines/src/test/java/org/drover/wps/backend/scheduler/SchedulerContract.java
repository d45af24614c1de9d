package org.drover.wps.backend.scheduler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.drover.wps.backend.BackendContract;
import org.junit.jupiter.api.AfterEach;

/** What every scheduler does with tasks, in folders the user that tasks run as can get to. */
public abstract class SchedulerContract extends BackendContract {

  private final List<Path> made = new ArrayList<>();

  @Override
  protected Path newFolder() throws IOException {
    Path folder = Files.createTempDirectory("drover-scheduler");
    made.add(folder);
    return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
  }

  @AfterEach
  void removeFolders() throws IOException {
    for (Path folder : made) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(each);
        }
      }
    }
  }
}
