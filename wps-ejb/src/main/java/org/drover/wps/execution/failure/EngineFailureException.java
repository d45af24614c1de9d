package org.drover.wps.execution.failure;

/** The engine let an attempt down: it did not start it, or gave up in between. */
public final class EngineFailureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param how it did so, as the end of a sentence
   */
  public EngineFailureException(String how) {
    super("The batch engine let the attempt down: " + how);
  }

  /** It did not start the attempt. */
  public EngineFailureException(RuntimeException cause) {
    super("The batch engine did not start the attempt", cause);
  }
}
