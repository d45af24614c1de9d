package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.drover.wps.data.Output;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.JobFolders;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobStore;
import org.drover.wps.job.NewJob;
import org.drover.wps.output.StoredOutput;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.security.Caller;

/**
 * Keeps the outputs of a synchronous run as those of a finished job, so that they have addresses.
 */
@ApplicationScoped
public class KeptRun {

  @Inject private JobStore jobs;
  @Inject private Publication publication;
  @Inject private StoredRequest requests;
  @Inject private JobFolders folders;

  /** Stores a job that has already succeeded. */
  @Transactional
  public JobId keep(
      ProcessDescription process,
      ExecuteRequest request,
      Caller caller,
      RequestFolder files,
      List<Output> outputs) {
    JobId id = JobId.create();
    files.moveTo(folders.inputs(id));
    jobs.createRunning(
        new NewJob(
            id,
            process.id(),
            process.version(),
            caller.name(),
            process.queue(),
            requests.write(request, id),
            process.keep().orElseGet(Acceptance.KEEP::get)));
    publication.commit(new Attempt(id, 1), moveFiles(id, outputs));
    return id;
  }

  private List<StoredOutput> moveFiles(JobId id, List<Output> outputs) {
    try {
      return publication.moveFiles(id, outputs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
