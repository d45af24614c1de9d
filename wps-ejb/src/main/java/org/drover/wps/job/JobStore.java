package org.drover.wps.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The job rows. Writes join the transaction under way, or make one. Times are taken from the
 * database's clock. A write of an attempt changes nothing and answers false once the attempt no
 * longer holds its job.
 */
public interface JobStore {

  /**
   * Stores a job as ACCEPTED, at the end of its queue.
   *
   * @return the time of it, by the database's clock
   */
  Instant create(NewJob job);

  /** Stores a job as RUNNING in its first attempt, for the transaction under way to end. */
  void createRunning(NewJob job);

  Optional<Job> findJob(JobId id);

  /** The canonical form of what was asked for, as given to {@link #create}. */
  Optional<String> findRequest(JobId id);

  /** Tells how far the job is; only ever forward. */
  boolean progress(Attempt attempt, int percent, String message);

  /** Ends the job well. */
  boolean succeed(Attempt attempt);

  /** Says on a job that has succeeded how it came to its result. */
  void describeSuccess(JobId id, String message);

  /** Notes how many bytes the files of a job's inputs have. */
  void countInputs(JobId id, long bytes);

  /** Ends the job badly. */
  boolean fail(Attempt attempt, JobFailure failure);

  /**
   * Puts the job back to its place in the queue, to be claimed after a while.
   *
   * @param why one sentence for the audit trail
   * @param message what its status says meanwhile; may be empty
   */
  boolean release(Attempt attempt, Duration wait, String why, String message);

  /**
   * Puts the job back as {@link #release} does and says why, or ends it badly after too many tries.
   */
  boolean retry(Attempt attempt, Retry retry);

  /** Jobs whose time is over, the oldest first. */
  List<JobId> listExpired(int limit);

  /** How these jobs stand; without those that are not known. */
  Map<JobId, JobStatus> statusOf(Collection<JobId> ids);

  /** Forgets a job and all that belongs to it; does nothing unless it has ended. */
  void delete(JobId id);
}
