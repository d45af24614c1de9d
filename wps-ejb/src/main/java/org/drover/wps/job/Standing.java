package org.drover.wps.job;

/** How an attempt stands with its job's row. */
public enum Standing {
  /** It holds its job. */
  HELD,
  /** It holds its job, which has run for longer than it may. */
  OVER_RUN_LIMIT,
  /** The job was paused. */
  PAUSED,
  /** The job was dismissed. */
  DISMISSED,
  /** The job ended otherwise, waits again, or has another attempt. */
  LOST
}
