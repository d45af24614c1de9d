package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import org.drover.wps.config.Setting;
import org.drover.wps.job.JobFolders;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobStore;
import org.drover.wps.job.NewJob;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.security.Caller;

/** Accepts jobs: once the client hears of one, it is on disk. */
@ApplicationScoped
public class Acceptance {

  /** How long finished jobs and their outputs are kept, unless their process says otherwise. */
  public static final Setting<Duration> KEEP = Setting.duration("drover.keep", "P7D");

  @Inject private JobStore jobs;
  @Inject private QueueRoom room;
  @Inject private StoredRequest requests;
  @Inject private JobFolders folders;
  @Inject private Event<JobAccepted> accepted;

  /**
   * Stores a job at the end of its queue.
   *
   * @param files large inputs of the request, which become the job's own
   * @throws org.drover.wps.error.WpsException SERVER_BUSY when the queue is full
   */
  public JobId accept(
      ProcessDescription process, ExecuteRequest request, Caller caller, RequestFolder files) {
    JobId id = JobId.create();
    try (QueueRoom.Place place = room.take(process.queue())) {
      files.moveTo(folders.inputs(id)); // should the row not follow, they are found as orphans
      jobs.create(
          new NewJob(
              id,
              process.id(),
              process.version(),
              caller.name(),
              place.queue(),
              requests.write(request, id),
              process.keep().orElseGet(KEEP::get)));
    }
    accepted.fire(new JobAccepted(process.queue()));
    return id;
  }
}
