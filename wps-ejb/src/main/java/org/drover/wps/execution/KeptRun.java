package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.drover.wps.data.Output;
import org.drover.wps.job.JobFolders;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobTerms;
import org.drover.wps.job.NewJob;
import org.drover.wps.output.StoredOutput;
import org.drover.wps.process.describe.Limits;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.security.Caller;

/**
 * Keeps the outputs of a synchronous run as those of a finished job, so that they have addresses.
 */
@ApplicationScoped
public class KeptRun {

  @Inject private Publication publication;
  @Inject private StoredRequest requests;
  @Inject private JobFolders folders;

  /** Stores a job that has already succeeded. */
  JobId keep(
      ProcessDescription process,
      ExecuteRequest request,
      Caller caller,
      RequestFolder files,
      List<Output> outputs) {
    JobId id = JobId.create();
    files.moveTo(folders.inputs(id));
    List<StoredOutput> published = moveFiles(id, outputs);
    publication.commitRun(
        new NewJob(
            id,
            process.id(),
            process.version(),
            caller.name(),
            process.queue(),
            requests.write(request, id),
            process.keep().orElseGet(Acceptance.KEEP::get),
            Limits.NONE,
            JobTerms.USUAL),
        published);
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
