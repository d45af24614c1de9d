package org.drover.wps.backend.slurm;

import org.drover.wps.backend.Backend;
import org.drover.wps.backend.scheduler.DevEngine;
import org.drover.wps.backend.scheduler.SchedulerHostileTasks;

class SlurmHostileTest extends SchedulerHostileTasks {

  SlurmHostileTest() {
    super(new DevEngine("slurm"));
  }

  @Override
  protected Backend newBackend() {
    return new SlurmBackend();
  }
}
