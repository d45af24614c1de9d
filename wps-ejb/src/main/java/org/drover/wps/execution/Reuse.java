package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.drover.wps.data.Output;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.execution.request.RequestFolder;
import org.drover.wps.execution.request.StoredResults;
import org.drover.wps.job.JobFolders;
import org.drover.wps.job.JobId;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.security.Caller;

/** Answers with a result made before, where one may be given instead of a run. */
@ApplicationScoped
public class Reuse {

  /** What the status of a job says that was not run. */
  static final String MESSAGE =
      "The stored result of an earlier run with the same inputs was used.";

  @Inject private StoredResults results;
  @Inject private KeptRun keptRun;
  @Inject private GetStatus status;
  @Inject private JobFolders folders;

  /**
   * The answer for a client who waits and keeps nothing.
   *
   * @return empty if there is no such result
   */
  Optional<ExecuteAnswer> answer(
      ProcessDescription process, ExecuteRequest request, Caller caller) {
    Optional<StoredResults.Found> found = results.find(process, request, caller);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Path folder = folders.newIncoming();
    Runnable cleanUp = () -> JobFolders.remove(folder);
    Optional<List<Output>> outputs = results.take(found.get(), request, folder);
    if (outputs.isEmpty()) {
      cleanUp.run();
    }
    return outputs.map(it -> new ExecuteAnswer.Finished(process, request, it, cleanUp));
  }

  /**
   * The answer as a job of its own, which has succeeded at once.
   *
   * @param intake files of the request, which the job takes over
   * @return empty if there is no such result; then nothing was taken over
   */
  Optional<ExecuteAnswer> answerWithJob(
      ProcessDescription process, ExecuteRequest request, Caller caller, RequestFolder intake) {
    Optional<StoredResults.Found> found = results.find(process, request, caller);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Path folder = folders.newIncoming();
    try {
      return results
          .take(found.get(), request, folder)
          .map(it -> new KeptRun.Kept(it, Optional.of(found.get().key()), MESSAGE))
          .map(it -> keptRun.keep(process, request, caller, intake, it))
          .map(it -> finished(process, it, caller));
    } finally {
      JobFolders.remove(folder);
    }
  }

  private ExecuteAnswer finished(ProcessDescription process, JobId job, Caller caller) {
    return new ExecuteAnswer.Accepted(process, status.get(job, caller));
  }
}
