package org.drover.wps.backend.gridengine;

import org.drover.wps.backend.Backend;
import org.drover.wps.backend.scheduler.DevEngine;
import org.drover.wps.backend.scheduler.SchedulerHostileTasks;

class GridEngineHostileTest extends SchedulerHostileTasks {

  GridEngineHostileTest() {
    super(new DevEngine("gridengine"));
  }

  @Override
  protected Backend newBackend() {
    return new GridEngineBackend();
  }
}
