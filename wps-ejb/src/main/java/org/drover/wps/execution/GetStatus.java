package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import org.drover.wps.job.JobId;
import org.drover.wps.security.Caller;

/** Tells where a job stands. */
@ApplicationScoped
public class GetStatus {

  /**
   * The job as it stands now.
   *
   * @throws org.drover.wps.error.WpsException NO_SUCH_JOB if there is none for this caller
   */
  public JobView get(JobId id, Caller caller) {
    throw new IllegalStateException("being built");
  }
}
