package org.drover.wps.job;

/**
 * One try to run a job on one node. Whatever it writes carries its epoch; once the job has a newer
 * one, it can change nothing.
 */
public record Attempt(JobId job, long epoch) {
  @Override
  public String toString() {
    return job + "#" + epoch;
  }
}
