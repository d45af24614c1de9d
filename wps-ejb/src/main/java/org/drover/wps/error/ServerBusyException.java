package org.drover.wps.error;

import jakarta.ejb.ApplicationException;
import java.time.Duration;

/** All places are taken; it is known when it may go better. */
@ApplicationException(rollback = true)
public final class ServerBusyException extends WpsException {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  /**
   * @param message what is full and what to do, in one or two sentences
   */
  public ServerBusyException(String message, Duration retryAfter) {
    super(Fault.SERVER_BUSY, message);
    this.retryAfter = retryAfter;
  }

  /** How long to wait before the next try. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
