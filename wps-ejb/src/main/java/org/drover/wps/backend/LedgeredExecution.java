package org.drover.wps.backend;

import java.nio.file.Path;
import java.util.Optional;
import org.drover.wps.process.Execution;
import org.drover.wps.process.data.Format;

/** A run, and what is written down of its tasks. */
public record LedgeredExecution(Execution run, TaskLedger tasks) implements TaskExecution {

  @Override
  public void progress(double percent, String message) {
    run.progress(percent, message);
  }

  @Override
  public void checkStopped() {
    run.checkStopped();
  }

  @Override
  public Path scratch() {
    return run.scratch();
  }

  @Override
  public Path log() {
    return run.log();
  }

  @Override
  public Optional<Format> wantedFormat(String output) {
    return run.wantedFormat(output);
  }
}
