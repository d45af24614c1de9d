package org.drover.wps.execution.request;

/** How a client wants its answer. */
public enum Mode {
  /** Waits for the result. */
  SYNC,
  /** Gets a job. */
  ASYNC,
  /** Leaves it to the server. */
  AUTO
}
