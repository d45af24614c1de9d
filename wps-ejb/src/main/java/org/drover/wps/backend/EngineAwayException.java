package org.drover.wps.backend;

import java.io.IOException;

/** An engine does not answer. Its tasks are what they were, and are looked for again later. */
public final class EngineAwayException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message which engine, and what it said, for administrators
   */
  public EngineAwayException(String message) {
    super(message);
  }

  /**
   * @param message which engine, and what it said, for administrators
   */
  public EngineAwayException(String message, Throwable cause) {
    super(message, cause);
  }
}
