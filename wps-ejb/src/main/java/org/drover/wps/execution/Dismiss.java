package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.attempt.OutputFiles;
import org.drover.wps.job.JobControl;
import org.drover.wps.job.JobFolders;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobMove;
import org.drover.wps.job.JobStatus;
import org.drover.wps.output.OutputStore;
import org.drover.wps.output.StoredOutput;
import org.drover.wps.security.Caller;

/**
 * Ends a job at its owner's wish (WPS 2.0, 14-065 §9.9; OGC API Processes, 18-062r2 §7.13). It is
 * DISMISSED from then on, however it had ended before, and its outputs are gone; its row tells so
 * until its time is over.
 */
@UseCase
@ApplicationScoped
public class Dismiss {

  private static final Logger LOG = System.getLogger(Dismiss.class.getName());

  private static final Set<JobStatus> FROM =
      Set.of(
          JobStatus.ACCEPTED,
          JobStatus.RUNNING,
          JobStatus.PAUSED,
          JobStatus.SUCCEEDED,
          JobStatus.FAILED);

  @Inject private JobAccess access;
  @Inject private JobControl control;
  @Inject private GetStatus status;
  @Inject private OutputStore outputs;
  @Inject private OutputFiles files;
  @Inject private JobFolders folders;

  /**
   * Dismisses a job in any state; once more changes nothing and gives the same answer.
   *
   * @param why for the audit trail; may be empty
   * @throws WpsException NO_SUCH_JOB if there is none the caller may act on
   */
  public JobView dismiss(JobId id, Caller caller, String why) {
    access.get(id, caller);
    JobStatus found =
        control
            .move(id, new JobMove(FROM, JobStatus.DISMISSED, caller.name(), why))
            .orElseThrow(() -> JobAccess.unknown(id));
    cleanUp(id, found);
    return status.view(id);
  }

  /** The work of a running attempt is removed by its slot, once it has stopped. */
  private void cleanUp(JobId id, JobStatus found) {
    removeOutputs(id);
    if (found != JobStatus.RUNNING) {
      folders.removeWork(id);
    }
  }

  private void removeOutputs(JobId id) {
    List<StoredOutput> stored = files.list(id);
    outputs.delete(id);
    try {
      files.remove(stored);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "Outputs of job " + id + " stay until orphans are looked for.", e);
    }
  }
}
