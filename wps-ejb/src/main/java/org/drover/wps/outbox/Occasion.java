package org.drover.wps.outbox;

/** What somebody may want to hear of a job (OGC API - Processes: inProgress, success, failed). */
public enum Occasion {
  STARTED,
  SUCCEEDED,
  /** Succeeded, of one who wants the results themselves (18-062r2 §13). */
  RESULTS,
  /** Failed or dismissed. */
  FAILED
}
