package org.drover.wps.job;

import java.util.List;

/** The audit trail: each change of a job's state, kept as long as the job. */
public interface JobEvents {

  /** Notes a change after the acceptance, in the transaction that makes it. */
  void add(JobId job, JobChange change);

  /** All changes of a job, the oldest first, its acceptance. Empty when there is no such job. */
  List<JobEvent> list(JobId job);
}
