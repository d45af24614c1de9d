package org.drover.wps.job;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes of a job from outside its attempt. A running attempt loses its job by them: whatever it
 * writes afterwards changes nothing.
 */
public interface JobControl {

  /**
   * Moves a job to another state, if it is in one the move starts from.
   *
   * @return the state it was found in; empty when there is no such job
   */
  Optional<JobStatus> move(JobId id, JobMove move);

  /** How attempts stand with their jobs: one query, for all those of a node. */
  Map<Attempt, Standing> standing(Collection<Attempt> attempts);

  /** Notes that attempts have given a sign of progress. */
  void moved(Collection<Attempt> attempts);

  /**
   * Marks the jobs a node runs that have given no sign of progress for long; their status says so
   * until they move again.
   *
   * @return how many
   */
  int markSilent(String node, Duration longest);

  /**
   * Fails jobs that have been paused for too long.
   *
   * @return those failed
   */
  List<JobId> failPaused(Duration longest);

  /**
   * Fails jobs that have waited for their first attempt for longer than their limit.
   *
   * @return those failed
   */
  List<JobId> failWaiting();
}
