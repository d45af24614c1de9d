package org.drover.wps.execution;

/** The engine let an attempt down: it did not start it, or gave up in between. */
final class EngineFailureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EngineFailureException(String how) {
    super("The batch engine let the attempt down: " + how);
  }

  EngineFailureException(RuntimeException cause) {
    super("The batch engine did not start the attempt", cause);
  }
}
