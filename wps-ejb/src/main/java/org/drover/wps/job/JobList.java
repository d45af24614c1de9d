package org.drover.wps.job;

import java.util.List;
import java.util.Optional;

/** The job rows as administrators look at them. */
public interface JobList {

  /**
   * A page of jobs, the newest first.
   *
   * @return empty also when the job the page begins after is not known any more
   */
  List<Job> list(JobQuery query);

  Optional<JobInside> findInside(JobId id);

  /**
   * Lets a job go before those with a lower priority.
   *
   * @return false unless it waits, is paused or runs
   */
  boolean setPriority(JobId id, int priority);
}
