package org.drover.wps.backend.container;

import java.nio.file.Path;
import java.time.Clock;
import org.drover.wps.backend.Backend;
import org.drover.wps.backend.HostileTasks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class PodmanHostileTest extends HostileTasks {

  private static final DevEngine ENGINE = new DevEngine("podman", "podman");

  @TempDir Path folder;

  @BeforeAll
  static void begin() throws Exception {
    ENGINE.up();
  }

  @AfterAll
  static void end() throws Exception {
    ENGINE.down();
  }

  @Override
  protected Path newFolder() {
    return folder;
  }

  @Override
  protected Backend newBackend() {
    return new ContainerBackend(Clock.systemUTC(), new Engine(ENGINE.host()));
  }
}
