package org.drover.wps.execution.outside;

import java.nio.file.Path;
import org.drover.wps.process.Execution;
import org.drover.wps.process.StoppedException;

/** A run with a scratch folder, that notes its progress. */
final class ScratchExecution implements Execution {

  private final Path scratch;
  private double highest;
  private double stopAt = Double.MAX_VALUE;

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

  /** Lets the run stop once the process has told that it is so far. */
  void stopAt(double percent) {
    stopAt = percent;
  }

  @Override
  public void checkStopped() {
    if (highest >= stopAt) {
      throw new StoppedException("It is dismissed.");
    }
  }

  @Override
  public Path scratch() {
    return scratch;
  }
}
