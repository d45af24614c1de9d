package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.job.Job;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobStatus;
import org.drover.wps.job.JobStore;
import org.drover.wps.security.Caller;

/** Who may see a job and act on it: whoever may reach it. To others it does not exist. */
@ApplicationScoped
public class JobAccess {

  @Inject private JobStore jobs;

  private final Clock clock;

  public JobAccess() {
    this(Clock.systemUTC());
  }

  JobAccess(Clock clock) {
    this.clock = clock;
  }

  /**
   * The job, if the caller may see it and act on it.
   *
   * @throws WpsException NO_SUCH_JOB otherwise
   */
  Job get(JobId id, Caller caller) {
    return find(id, caller).orElseThrow(() -> unknown(id));
  }

  /** The job, unless it is another's, or its time is over and it waits to be swept away. */
  Optional<Job> find(JobId id, Caller caller) {
    return jobs.findJob(id)
        .filter(it -> caller.mayReachJobsOf(it.owner()))
        .filter(it -> !it.isExpired(clock.instant()));
  }

  static WpsException unknown(JobId id) {
    return new WpsException(
        Fault.NO_SUCH_JOB,
        id.toString(),
        "There is no such job, or its time is over, or it is not yours.");
  }

  /** What is told when a job's state forbids what was asked for. */
  static WpsException wrongState(JobId id, JobStatus found, String wanted) {
    return new WpsException(
        Fault.WRONG_STATE,
        id.toString(),
        "The job cannot be " + wanted + ": it has ended (" + found + ").");
  }
}
