package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalLong;
import org.drover.wps.catalogue.Catalogue;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.job.Job;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobStatus;
import org.drover.wps.job.JobStore;
import org.drover.wps.job.PartStore;
import org.drover.wps.output.StoredOutput;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.process.registry.Offering;
import org.drover.wps.queue.QueueStore;
import org.drover.wps.security.Caller;

/** Tells where a job stands. */
@ApplicationScoped
public class GetStatus {

  @Inject private JobStore jobs;
  @Inject private PartStore parts;
  @Inject private QueueStore queues;
  @Inject private FinishedOutputs outputs;
  @Inject private Catalogue catalogue;
  @Inject private StoredRequest requests;

  /**
   * The job as it stands now.
   *
   * @throws WpsException NO_SUCH_JOB if there is none for this caller
   */
  public JobView get(JobId id, Caller caller) {
    Job job =
        jobs.findJob(id)
            .filter(it -> caller.mayReachJobsOf(it.owner()))
            .orElseThrow(() -> unknown(id));
    OptionalLong place =
        job.status() == JobStatus.ACCEPTED ? queues.place(id) : OptionalLong.empty();
    List<StoredOutput> made = job.status() == JobStatus.SUCCEEDED ? outputs.list(id) : List.of();
    ExecuteRequest request = requests.find(id).orElseThrow(() -> unknown(id));
    return new JobView(withPercent(job), process(job), request, place, made);
  }

  private static WpsException unknown(JobId id) {
    return new WpsException(
        Fault.NO_SUCH_JOB,
        id.toString(),
        "There is no such job, or its time is over, or it is not yours.");
  }

  private Job withPercent(Job job) {
    return job.status() == JobStatus.RUNNING
        ? job.withPercent(Math.max(job.percent(), parts.percent(job.id())))
        : job;
  }

  private ProcessDescription process(Job job) {
    return catalogue
        .findOffering(job.process())
        .map(Offering::description)
        .orElseGet(() -> ProcessDescription.withdrawn(job.process(), job.processVersion()));
  }
}
