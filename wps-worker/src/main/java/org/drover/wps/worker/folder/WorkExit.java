package org.drover.wps.worker.folder;

import java.util.Optional;

/**
 * How a worker ended.
 *
 * @param input which input is to blame
 * @param message for the client
 */
public record WorkExit(Outcome outcome, Optional<String> input, String message) {

  /** Why a worker ended. */
  public enum Outcome {
    /** The outputs, or the part, are complete. */
    DONE,
    INVALID_INPUT,
    /** The process says that the work cannot be done. */
    FAILED,
    /** The process threw what it did not foresee; standard error has the trace. */
    BROKEN,
    /** The worker was told to stop; a part has its checkpoint. */
    STOPPED
  }
}
