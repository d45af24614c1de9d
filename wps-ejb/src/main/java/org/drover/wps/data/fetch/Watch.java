package org.drover.wps.data.fetch;

import org.drover.wps.process.StoppedException;

/** Whether a fetch by the thread that makes this is to end, and why. */
final class Watch {

  private final long end;
  private final StopSignal stop;
  private final Thread fetching = Thread.currentThread();

  /**
   * @param end by the clock of {@link System#nanoTime()}
   */
  Watch(long end, StopSignal stop) {
    this.end = end;
    this.stop = stop;
  }

  boolean isOver() {
    return isLate() || fetching.isInterrupted() || isStopped();
  }

  boolean isLate() {
    return System.nanoTime() - end > 0;
  }

  private boolean isStopped() {
    try {
      stop.checkStopped();
      return false;
    } catch (StoppedException e) {
      return true;
    }
  }

  /**
   * Throws if nobody waits for the fetch any more.
   *
   * @throws StoppedException says why
   */
  void requireWanted() {
    stop.checkStopped();
    if (fetching.isInterrupted()) {
      throw new StoppedException("The fetch was interrupted.");
    }
  }
}
