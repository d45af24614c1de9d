package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.drover.wps.error.WpsException;
import org.drover.wps.job.JobEvent;
import org.drover.wps.job.JobEvents;
import org.drover.wps.job.JobId;
import org.drover.wps.security.Caller;

/** Tells who changed a job's state, when, on which node and why. */
@UseCase
@ApplicationScoped
public class GetHistory {

  @Inject private JobAccess access;
  @Inject private JobEvents events;

  /**
   * All changes of a job's state, the oldest first.
   *
   * @throws WpsException NO_SUCH_JOB if there is none the caller may act on
   */
  public List<JobEvent> get(JobId id, Caller caller) {
    access.get(id, caller);
    return events.list(id);
  }
}
