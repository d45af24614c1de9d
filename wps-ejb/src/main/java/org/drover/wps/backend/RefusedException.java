package org.drover.wps.backend;

import java.io.IOException;

/** An engine will never carry out a task: it asks for more than there is, or is not understood. */
public final class RefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what the engine said; the owner of the job reads it
   */
  public RefusedException(String message) {
    super(message);
  }
}
