package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import org.drover.wps.config.Setting;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.job.JobFolders;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobStore;
import org.drover.wps.job.NewJob;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.queue.QueueStore;
import org.drover.wps.security.Caller;

/** Accepts jobs: once the client hears of one, it is on disk. */
@ApplicationScoped
public class Acceptance {

  /** How long finished jobs and their outputs are kept, unless their process says otherwise. */
  public static final Setting<Duration> KEEP = Setting.duration("drover.keep", "P7D");

  /** How many jobs may wait in a queue. */
  public static final Setting<Long> MAX_WAITING = Setting.number("drover.queue.waiting", 100_000);

  @Inject private JobStore jobs;
  @Inject private QueueStore queues;
  @Inject private StoredRequest requests;
  @Inject private JobFolders folders;
  @Inject private Event<JobAccepted> accepted;

  /**
   * Stores a job at the end of its queue.
   *
   * @param files large inputs of the request, which become the job's own
   * @throws WpsException SERVER_BUSY when the queue is full
   */
  @Transactional
  public JobId accept(
      ProcessDescription process, ExecuteRequest request, Caller caller, RequestFolder files) {
    if (queues.waiting(process.queue()) >= MAX_WAITING.get()) {
      throw new WpsException(
          Fault.SERVER_BUSY, "The queue '" + process.queue() + "' is full. Try again later.");
    }
    JobId id = JobId.create();
    files.moveTo(folders.inputs(id));
    jobs.create(
        new NewJob(
            id,
            process.id(),
            process.version(),
            caller.name(),
            process.queue(),
            requests.write(request, id),
            process.keep().orElseGet(KEEP::get)));
    accepted.fire(new JobAccepted(process.queue()));
    return id;
  }
}
