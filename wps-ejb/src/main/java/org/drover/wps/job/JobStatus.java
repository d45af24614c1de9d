package org.drover.wps.job;

/** Where a job stands. Each protocol has one switch over it. */
public enum JobStatus {
  /** Waits in its queue. */
  ACCEPTED,
  /** An attempt is under way. */
  RUNNING,
  /** Set aside by its owner or an administrator; holds no slot. */
  PAUSED,
  SUCCEEDED,
  FAILED,
  DISMISSED;

  /** Whether the job has ended. A final state never changes, unless its owner dismisses the job. */
  public boolean isFinal() {
    return this == SUCCEEDED || this == FAILED || this == DISMISSED;
  }

  /** Whether a job may go from this state to {@code next}. */
  public boolean mayBecome(JobStatus next) {
    return switch (this) {
      case ACCEPTED -> next != ACCEPTED && next != SUCCEEDED;
      case RUNNING -> next != RUNNING;
      case PAUSED -> next == ACCEPTED || next == FAILED || next == DISMISSED;
      case SUCCEEDED, FAILED -> next == DISMISSED;
      case DISMISSED -> false;
    };
  }
}
