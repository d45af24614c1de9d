package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.drover.wps.data.Output;
import org.drover.wps.execution.attempt.Publication;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.execution.request.RequestFolder;
import org.drover.wps.execution.request.StoredRequest;
import org.drover.wps.job.JobFolders;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobTerms;
import org.drover.wps.job.KeyTakenException;
import org.drover.wps.job.NewJob;
import org.drover.wps.output.StoredOutput;
import org.drover.wps.process.describe.Limits;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.security.Caller;

/** Keeps outputs that are there already as those of a finished job, so that they have addresses. */
@ApplicationScoped
public class KeptRun {

  @Inject private Publication publication;
  @Inject private Enrolment enrolment;
  @Inject private StoredRequest requests;
  @Inject private JobFolders folders;

  /**
   * Outputs to keep; their files are taken over.
   *
   * @param resultKey what they depend on, if they may be given again
   * @param message how they came about; may be empty
   */
  record Kept(List<Output> outputs, Optional<String> resultKey, String message) {}

  /**
   * Stores a job that has already succeeded.
   *
   * @throws KeyTakenException if a request with the same key came first
   */
  JobId keep(
      ProcessDescription process,
      ExecuteRequest request,
      Caller caller,
      RequestFolder files,
      Kept kept) {
    JobId id = JobId.create();
    Enrolment.Belongings belongings = new Enrolment.Belongings(request.options(), files.bytes());
    files.moveTo(folders.inputs(id));
    List<StoredOutput> published = moveFiles(id, kept.outputs());
    NewJob job =
        new NewJob(
            id,
            process.id(),
            process.version(),
            caller.name(),
            process.queue(),
            requests.write(request, id),
            process.keep().orElseGet(Acceptance.KEEP::get),
            Limits.NONE,
            JobTerms.USUAL);
    try {
      enrolment.store(
          job, belongings, new Enrolment.Done(published, kept.resultKey(), kept.message()));
    } catch (KeyTakenException e) {
      folders.remove(id);
      published.forEach(it -> JobFolders.remove(folders.outputs().resolve(it.name())));
      throw e;
    }
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
