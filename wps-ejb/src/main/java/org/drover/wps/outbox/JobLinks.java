package org.drover.wps.outbox;

import org.drover.wps.job.JobId;

/**
 * Where a job is looked at, in the protocol of the one who made it. Absolute addresses; {@value
 * #JOB} stands for the job.
 */
public record JobLinks(String status, String result) {

  /** Stands for the job's identifier. */
  public static final String JOB = "{job}";

  /** The links of one job. */
  public JobLinks of(JobId job) {
    return new JobLinks(status.replace(JOB, job.toString()), result.replace(JOB, job.toString()));
  }
}
