package org.drover.wps.job.jpa;

/** Pieces of statements on {@code drover.job}. */
public final class JobSql {

  /** How far the parts of a job are; rises with each checkpoint. */
  public static final String REACHED =
      "(SELECT COUNT(*) + COALESCE(SUM(p.position), 0) FROM drover.job_part p"
          + " WHERE p.job_id = drover.job.id)";

  /** Assignments for any change of state: since when it holds. */
  public static final String CHANGED =
      " since = CURRENT_TIMESTAMP, updated = CURRENT_TIMESTAMP, silent = FALSE,";

  /**
   * Assignments for the end of an attempt: its lease, and the time it has run. A server that was
   * down did not work for longer than its lease held.
   */
  public static final String LEFT =
      CHANGED
          + " ran_seconds = ran_seconds + CASE WHEN status = 'RUNNING' THEN CAST(EXTRACT(EPOCH FROM"
          + " (LEAST(CURRENT_TIMESTAMP, COALESCE(lease_until, CURRENT_TIMESTAMP)) - since))"
          + " AS bigint) ELSE 0 END,"
          + " lease_node = NULL, lease_until = NULL";

  /**
   * Assignments for an attempt's end after which the job waits for the next; its status may say
   * why.
   */
  public static final String WAITS = " status = 'ACCEPTED', message = :message," + LEFT;

  /** Assignments for the end of a job. */
  public static final String ENDED =
      LEFT
          + ", finished = CURRENT_TIMESTAMP,"
          + " expires = CURRENT_TIMESTAMP + keep_seconds * INTERVAL '1' SECOND";

  private JobSql() {}
}
