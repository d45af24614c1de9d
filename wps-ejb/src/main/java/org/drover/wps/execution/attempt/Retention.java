package org.drover.wps.execution.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.drover.wps.job.JobFolders;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobStore;
import org.drover.wps.output.StoredOutput;

/** Removes jobs and outputs whose time is over. */
@ApplicationScoped
public class Retention {

  private static final Logger LOG = System.getLogger(Retention.class.getName());
  private static final int AT_ONCE = 200;

  @Inject private JobStore jobs;
  @Inject private OutputFiles files;
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
    List<JobId> gone;
    do {
      expired = jobs.listExpired(AT_ONCE);
      gone = expired.stream().filter(this::remove).toList();
      removed += gone.size();
      if (!gone.isEmpty()) {
        LOG.log(Level.INFO, "{0} expired jobs are removed: {1}", gone.size(), gone);
      }
    } while (gone.size() == AT_ONCE);
    return removed;
  }

  private boolean remove(JobId job) {
    try {
      List<StoredOutput> stored = files.list(job);
      jobs.delete(job);
      folders.remove(job);
      files.remove(stored);
      return true;
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "Job " + job + " has expired and cannot be removed.", e);
      return false;
    }
  }
}
