package org.drover.wps.execution.outside;

import java.util.List;
import java.util.Optional;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobStatus;
import org.drover.wps.job.StaleAttemptException;

/** The task rows of jobs. */
public interface TaskStore {

  /** The task of a part that was submitted last. */
  Optional<TaskRow> findLast(JobId job, int part);

  /**
   * Gives parts a new run each.
   *
   * @param server the submitting node and its machine
   * @throws StaleAttemptException if the attempt no longer holds its job
   */
  List<TaskRow> begin(Attempt attempt, List<Integer> parts, String backend, String server);

  /** Notes that a task has ended without success, or is no longer wanted, and is removed. */
  void over(TaskRow task);

  /** Forgets a task. */
  void delete(TaskRow task);

  /** All tasks, or those of a job, with what has become of their jobs. */
  List<Standing> list(Optional<JobId> job);

  /**
   * A task as stored.
   *
   * @param over whether it ended without success, or is no longer wanted, and is removed
   */
  record TaskRow(JobId job, int part, int run, String backend, String server, boolean over) {}

  /**
   * A task and its job.
   *
   * @param last whether its part was not submitted again since
   * @param status empty when there is no such job any more
   */
  record Standing(TaskRow task, boolean last, Optional<JobStatus> status) {}
}
