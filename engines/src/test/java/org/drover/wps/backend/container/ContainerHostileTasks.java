package org.drover.wps.backend.container;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.drover.wps.backend.Backend;
import org.drover.wps.backend.HostileTasks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Programs that mean harm, in containers. */
abstract class ContainerHostileTasks extends HostileTasks {

  @TempDir private Path folder;
  private final DevEngine engine;

  ContainerHostileTasks(DevEngine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void startEngine() throws IOException {
    engine.up();
  }

  @AfterEach
  void stopEngine() throws IOException {
    engine.down();
  }

  @Override
  protected Path newFolder() {
    return folder;
  }

  @Override
  protected Backend newBackend() {
    return new ContainerBackend(Clock.systemUTC(), new Engine(engine.host()));
  }
}
