package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.job.Job;
import org.drover.wps.job.JobFailure;
import org.drover.wps.job.JobId;
import org.drover.wps.security.Caller;

/** Gives what a job made (WPS 2.0, 14-065r2 §9.8; OGC API Processes, 18-062r2 §7.11). */
@UseCase
@ApplicationScoped
public class GetResult {

  @Inject private GetStatus status;

  /**
   * The job with its outputs, as often as asked for until its time is over.
   *
   * @throws WpsException NO_SUCH_JOB if there is none for this caller, or it was dismissed;
   *     RESULT_NOT_READY while it has not ended; the fault it failed with, if it failed
   */
  public JobView get(JobId id, Caller caller) {
    JobView view = status.get(id, caller);
    return switch (view.job().status()) {
      case SUCCEEDED -> view;
      case ACCEPTED, RUNNING, PAUSED -> throw notReady(id);
      case FAILED -> throw failure(view.job());
      case DISMISSED -> throw JobAccess.unknown(id);
    };
  }

  private static WpsException notReady(JobId id) {
    return new WpsException(
        Fault.RESULT_NOT_READY,
        id.toString(),
        "The job has not ended, so it has no result yet. Ask for its status, then again.");
  }

  private static WpsException failure(Job job) {
    return job.failure()
        .map(GetResult::failure)
        .orElseGet(() -> new WpsException(Fault.PROCESS_FAILED, "The process failed."));
  }

  private static WpsException failure(JobFailure failure) {
    return new WpsException(failure.fault(), failure.locator().orElse(null), failure.message());
  }
}
