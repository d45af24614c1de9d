package org.drover.wps.process;

/** The work cannot be done, for a reason the client may read. */
public final class ProcessFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what went wrong and what the client can do about it
   */
  public ProcessFailedException(String message) {
    super(message);
  }

  /**
   * @param message what went wrong and what the client can do about it
   */
  public ProcessFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
