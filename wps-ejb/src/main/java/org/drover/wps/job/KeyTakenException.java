package org.drover.wps.job;

/** Another request with the same key came first, maybe at the same moment. */
public final class KeyTakenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public KeyTakenException(Throwable cause) {
    super("the owner has a job under this key", cause);
  }
}
