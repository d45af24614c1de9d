package org.drover.wps.backend.scheduler;

import java.io.IOException;
import java.nio.file.Path;
import org.drover.wps.backend.HostileTasks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Programs that mean harm, as tasks of a scheduler. */
public abstract class SchedulerHostileTasks extends HostileTasks {

  @RegisterExtension final OpenFolders folders = new OpenFolders();
  private final DevEngine engine;

  protected SchedulerHostileTasks(DevEngine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void startEngine() {
    engine.up();
  }

  @Override
  protected Path newFolder() throws IOException {
    return folders.create();
  }
}
