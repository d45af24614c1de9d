package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.drover.wps.catalogue.Catalogue;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.attempt.RunningAttempts;
import org.drover.wps.execution.forecast.Forecasts;
import org.drover.wps.execution.forecast.Outlook;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.execution.request.StoredRequest;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.Job;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobStatus;
import org.drover.wps.job.JobStore;
import org.drover.wps.output.StoredOutput;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.process.registry.Offering;
import org.drover.wps.security.Caller;

/** Tells where a job stands. */
@UseCase
@ApplicationScoped
public class GetStatus {

  @Inject private JobStore jobs;
  @Inject private JobAccess access;
  @Inject private RunningAttempts running;
  @Inject private Forecasts forecasts;
  @Inject private FinishedOutputs outputs;
  @Inject private Catalogue catalogue;
  @Inject private StoredRequest requests;

  /**
   * The job as it stands now.
   *
   * @throws WpsException NO_SUCH_JOB if there is none for this caller
   */
  public JobView get(JobId id, Caller caller) {
    return view(access.get(id, caller));
  }

  /**
   * The job as it stands now, for one who may see it.
   *
   * @throws WpsException NO_SUCH_JOB if it has just been removed
   */
  JobView view(JobId id) {
    return view(jobs.findJob(id).orElseThrow(() -> JobAccess.unknown(id)));
  }

  private JobView view(Job job) {
    JobId id = job.id();
    Job shown = withPercent(job);
    List<StoredOutput> made = job.status() == JobStatus.SUCCEEDED ? outputs.list(id) : List.of();
    ExecuteRequest request = requests.find(id).orElseThrow(() -> JobAccess.unknown(id));
    return new JobView(shown, process(job), request, outlook(shown), made);
  }

  private Outlook outlook(Job job) {
    return switch (job.status()) {
      case ACCEPTED -> forecasts.ofWaiting(job);
      case RUNNING -> forecasts.ofRunning(job);
      case PAUSED, SUCCEEDED, FAILED, DISMISSED -> Outlook.NONE;
    };
  }

  /** Never less than was committed here: H2 once read an older row after a newer one. */
  private Job withPercent(Job job) {
    return running
        .find(new Attempt(job.id(), job.epoch()))
        .filter(it -> job.status() == JobStatus.RUNNING)
        .map(it -> job.withPercent(Math.max(job.percent(), it.toldPercent())))
        .orElse(job);
  }

  private ProcessDescription process(Job job) {
    return catalogue
        .findOffering(job.process())
        .map(Offering::description)
        .orElseGet(() -> ProcessDescription.withdrawn(job.process(), job.processVersion()));
  }
}
