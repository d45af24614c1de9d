package org.drover.wps.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.GetStatus;
import org.drover.wps.execution.JobView;
import org.drover.wps.job.Job;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobInside;
import org.drover.wps.job.JobList;
import org.drover.wps.security.Caller;

/** Tells all there is to know of a job. */
@ApplicationScoped
public class GetJob {

  @Inject private GetStatus status;
  @Inject private JobList jobs;

  /**
   * A job with its inside.
   *
   * @param place how many jobs of its queue go before it; present while it waits
   * @param runTime how long it ran, beside its estimate; present once it has ended
   */
  public record Details(
      Job job, OptionalLong place, JobInside inside, Optional<Duration> runTime) {}

  /**
   * The job as it stands now.
   *
   * @throws WpsException NO_SUCH_JOB if there is none for this caller
   */
  public Details get(JobId id, Caller caller) {
    JobView view = status.get(id, caller);
    JobInside inside =
        jobs.findInside(id)
            .orElseThrow(
                () -> new WpsException(Fault.NO_SUCH_JOB, id.toString(), "The job has expired."));
    return new Details(view.job(), view.outlook().place(), inside, view.runTime());
  }
}
