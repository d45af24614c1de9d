package org.drover.wps.job;

import java.util.Optional;
import java.util.Set;

/**
 * What a person wants to be done to a job.
 *
 * @param from the states it is done in; in others nothing happens
 * @param who name of the caller
 */
public record JobMove(Set<JobStatus> from, JobStatus to, String who, String why) {
  public JobMove {
    if (!from.stream().allMatch(it -> it.mayBecome(to))) {
      throw new IllegalArgumentException("no job may go from each of " + from + " to " + to);
    }
  }

  /** The change this makes to a job found in a state. */
  public JobChange changeFrom(JobStatus found) {
    return new JobChange(Optional.of(found), to, Optional.of(who), why);
  }
}
