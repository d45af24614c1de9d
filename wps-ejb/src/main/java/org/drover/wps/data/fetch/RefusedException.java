package org.drover.wps.data.fetch;

/** An address is not fetched, or cannot be. The message completes "because …" for the client. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  RefusedException(String message) {
    super(message);
  }

  RefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
