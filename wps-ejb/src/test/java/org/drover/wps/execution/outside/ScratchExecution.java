package org.drover.wps.execution.outside;

import java.nio.file.Path;
import org.drover.wps.process.Execution;

/** A run with a scratch folder, that notes its progress. */
final class ScratchExecution implements Execution {

  private final Path scratch;
  private double highest;

  ScratchExecution(Path scratch) {
    this.scratch = scratch;
  }

  double highest() {
    return highest;
  }

  @Override
  public void progress(double percent, String message) {
    highest = Math.max(highest, percent);
  }

  @Override
  public void checkStopped() {}

  @Override
  public Path scratch() {
    return scratch;
  }
}
