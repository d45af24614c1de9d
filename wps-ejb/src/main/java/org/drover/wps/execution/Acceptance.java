package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.drover.wps.config.Setting;
import org.drover.wps.execution.attempt.JobAccepted;
import org.drover.wps.execution.attempt.TimeLimits;
import org.drover.wps.execution.forecast.Estimates;
import org.drover.wps.execution.forecast.Forecasts;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.execution.request.RequestFolder;
import org.drover.wps.execution.request.StoredRequest;
import org.drover.wps.job.Job;
import org.drover.wps.job.JobFolders;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobTerms;
import org.drover.wps.job.KeyTakenException;
import org.drover.wps.job.NewJob;
import org.drover.wps.process.Estimate;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.process.registry.Offering;
import org.drover.wps.security.Caller;

/** Accepts jobs: once the client hears of one, it is on disk. */
@ApplicationScoped
public class Acceptance {

  /** How long finished jobs and their outputs are kept, unless their process says otherwise. */
  public static final Setting<Duration> KEEP = Setting.duration("drover.keep", "P7D");

  @Inject private Enrolment enrolment;
  @Inject private Estimates estimates;
  @Inject private Forecasts forecasts;
  @Inject private QueueRoom room;
  @Inject private StoredRequest requests;
  @Inject private JobFolders folders;
  @Inject private Event<JobAccepted> accepted;

  /**
   * Stores a job at the end of its queue: that of its process, or the one for long jobs if it is
   * estimated to be one.
   *
   * @param files large inputs of the request, which become the job's own
   * @return the job as it was stored, with its place in the queue
   * @throws org.drover.wps.error.WpsException SERVER_BUSY when the queue is full, or the owner's
   *     part of it
   * @throws KeyTakenException if a request with the same key came first
   */
  public JobView accept(
      Offering offering, ExecuteRequest request, Caller caller, RequestFolder files) {
    Job job = store(offering, request, caller, files);
    accepted.fire(new JobAccepted(job.queue()));
    return new JobView(
        job, offering.description(), requests.get(job.id()), forecasts.ofNew(job), List.of());
  }

  private Job store(Offering offering, ExecuteRequest request, Caller caller, RequestFolder files) {
    ProcessDescription process = offering.description();
    Optional<Estimate> estimate = estimates.of(offering, request.inputs());
    JobId id = JobId.create();
    try (QueueRoom.Place place = room.take(Estimates.queue(process, estimate), caller.name())) {
      long inputBytes = files.bytes();
      files.moveTo(folders.inputs(id)); // should the row not follow, they are found as orphans
      NewJob job =
          new NewJob(
              id,
              process.id(),
              process.version(),
              caller.name(),
              place.queue(),
              requests.write(request, id),
              process.keep().orElseGet(KEEP::get),
              TimeLimits.of(process.limits()),
              new JobTerms(request.priority(), estimate));
      return Job.accepted(
          job, enrolment.accept(job, new Enrolment.Belongings(request.options(), inputBytes)));
    } catch (KeyTakenException e) {
      folders.remove(id);
      throw e;
    }
  }
}
