package org.drover.wps.job;

/** An attempt that has lost its job to a newer one, or to its end, tried to write. */
public final class StaleAttemptException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StaleAttemptException(Attempt attempt) {
    super("attempt " + attempt + " no longer holds its job");
  }
}
