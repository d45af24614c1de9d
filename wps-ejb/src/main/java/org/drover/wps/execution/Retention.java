package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.util.List;
import org.drover.wps.data.Content;
import org.drover.wps.data.OutputValue;
import org.drover.wps.job.JobFolders;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobStore;
import org.drover.wps.output.OutputStore;
import org.drover.wps.output.StoredOutput;

/** Removes jobs and outputs whose time is over. */
@ApplicationScoped
public class Retention {

  private static final Logger LOG = System.getLogger(Retention.class.getName());
  private static final int AT_ONCE = 200;

  @Inject private JobStore jobs;
  @Inject private OutputStore outputs;
  @Inject private JobFolders folders;

  /**
   * Removes what has expired. Files go after their row: should the server die in between, a file is
   * left that nobody can reach, rather than an address that leads nowhere.
   *
   * @return how many jobs were removed
   */
  int sweep() {
    int removed = 0;
    List<JobId> expired;
    do {
      expired = jobs.listExpired(AT_ONCE);
      removed += (int) expired.stream().filter(this::remove).count();
    } while (expired.size() == AT_ONCE && removed > 0 && removed % AT_ONCE == 0);
    return removed;
  }

  private boolean remove(JobId job) {
    try {
      List<StoredOutput> stored = listOutputs(job);
      jobs.delete(job);
      folders.remove(job);
      for (StoredOutput output : stored) {
        removeFile(output);
      }
      return true;
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "Job " + job + " has expired and cannot be removed.", e);
      return false;
    }
  }

  /** Outputs an older version has stored may be unreadable; their files are found as orphans. */
  private List<StoredOutput> listOutputs(JobId job) {
    try {
      return outputs.listOutputs(job);
    } catch (UncheckedIOException e) {
      LOG.log(Level.WARNING, "The outputs of job " + job + " cannot be read.", e);
      return List.of();
    }
  }

  private static void removeFile(StoredOutput stored) throws IOException {
    if (stored.output().value() instanceof OutputValue.Complex complex
        && complex.content() instanceof Content.InFile file) {
      Files.deleteIfExists(file.path());
    }
  }
}
