package org.drover.wps.backend.container;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PodmanBackendTest extends ContainerContract {

  private static final DevEngine ENGINE = new DevEngine("podman", "podman");

  @BeforeAll
  static void begin() throws Exception {
    ENGINE.up();
  }

  @AfterAll
  static void end() throws Exception {
    ENGINE.down();
  }

  @Override
  DevEngine engine() {
    return ENGINE;
  }
}
