package org.drover.wps.job;

import java.util.Optional;

/**
 * A change of a job's state.
 *
 * @param from the state before; empty when the job was accepted
 * @param who name of the caller who asked for it; empty when the server did it by itself
 * @param why one short sentence; may be empty where the states say it all
 */
public record JobChange(Optional<JobStatus> from, JobStatus to, Optional<String> who, String why) {

  /** A change the server makes by itself. */
  public static JobChange byServer(JobStatus from, JobStatus to, String why) {
    return new JobChange(Optional.of(from), to, Optional.empty(), why);
  }

  /** A job of a caller was accepted. */
  public static JobChange accepted(String owner) {
    return new JobChange(Optional.empty(), JobStatus.ACCEPTED, Optional.of(owner), "");
  }
}
