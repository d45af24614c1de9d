package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.drover.wps.error.WpsException;
import org.drover.wps.job.JobControl;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobMove;
import org.drover.wps.job.JobStatus;
import org.drover.wps.security.Caller;

/**
 * Sets a job aside. Its row changes at once, so that the attempt under way can write nothing more;
 * the work itself stops within a second or two, on whichever node, and frees its slot. What was
 * done after the last checkpoint is done again; a direct process begins anew.
 */
@UseCase
@ApplicationScoped
public class Pause {

  private static final Set<JobStatus> FROM = Set.of(JobStatus.ACCEPTED, JobStatus.RUNNING);

  @Inject private JobAccess access;
  @Inject private JobControl control;
  @Inject private GetStatus status;

  /**
   * Pauses a job that waits or runs; one that is paused stays so.
   *
   * @param why for the audit trail; may be empty
   * @throws WpsException NO_SUCH_JOB if there is none the caller may act on; WRONG_STATE if it has
   *     ended
   */
  public JobView pause(JobId id, Caller caller, String why) {
    access.get(id, caller);
    JobStatus found =
        control
            .move(id, new JobMove(FROM, JobStatus.PAUSED, caller.name(), why))
            .orElseThrow(() -> JobAccess.unknown(id));
    if (found.isFinal()) {
      throw JobAccess.wrongState(id, found, "paused");
    }
    return status.view(id);
  }
}
