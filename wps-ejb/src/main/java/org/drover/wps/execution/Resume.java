package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Set;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.attempt.JobAccepted;
import org.drover.wps.job.Job;
import org.drover.wps.job.JobControl;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobMove;
import org.drover.wps.job.JobStatus;
import org.drover.wps.security.Caller;

/** Lets a paused job go on: at its old place in the queue, from its checkpoint, on any node. */
@UseCase
@ApplicationScoped
public class Resume {

  private static final Set<JobStatus> FROM = Set.of(JobStatus.PAUSED);

  @Inject private JobAccess access;
  @Inject private JobControl control;
  @Inject private GetStatus status;
  @Inject private Event<JobAccepted> accepted;

  /**
   * Resumes a paused job; one that waits or runs goes on as it does.
   *
   * @param why for the audit trail; may be empty
   * @throws WpsException NO_SUCH_JOB if there is none the caller may act on; WRONG_STATE if it has
   *     ended
   */
  public JobView resume(JobId id, Caller caller, String why) {
    Job job = access.get(id, caller);
    JobStatus found =
        control
            .move(id, new JobMove(FROM, JobStatus.ACCEPTED, caller.name(), why))
            .orElseThrow(() -> JobAccess.unknown(id));
    if (found.isFinal()) {
      throw JobAccess.wrongState(id, found, "resumed");
    }
    JobView view = status.view(id);
    accepted.fire(new JobAccepted(job.queue()));
    return view;
  }
}
