package org.drover.wps.process.describe;

/** How a process may run (OGC: jobControlOptions). */
public enum JobControl {
  SYNC_EXECUTE,
  ASYNC_EXECUTE,
  DISMISS
}
