package org.drover.wps.process;

/** Thrown by {@link Execution#checkStopped()} when the work is no longer wanted. */
public final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoppedException(String reason) {
    super(reason);
  }
}
