package org.drover.wps.backend.scheduler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.drover.wps.job.JobFolders;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Folders the user that tasks run as can get to, removed after each test. */
final class OpenFolders implements AfterEachCallback {

  private final List<Path> made = new ArrayList<>();

  Path create() throws IOException {
    Path folder = Files.createTempDirectory("drover-scheduler");
    made.add(folder);
    return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    made.forEach(JobFolders::remove);
  }
}
