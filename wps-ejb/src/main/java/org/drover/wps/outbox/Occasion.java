package org.drover.wps.outbox;

/** What somebody may want to hear of a job (OGC API - Processes: inProgress, success, failed). */
public enum Occasion {
  STARTED,
  SUCCEEDED,
  /** Failed or dismissed. */
  FAILED
}
