package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
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
  int sweep() throws IOException {
    List<JobId> expired = jobs.listExpired(AT_ONCE);
    for (JobId job : expired) {
      List<StoredOutput> stored = outputs.listOutputs(job);
      jobs.delete(job);
      folders.remove(job);
      for (StoredOutput output : stored) {
        removeFile(output);
      }
    }
    return expired.size();
  }

  private static void removeFile(StoredOutput stored) throws IOException {
    if (stored.output().value() instanceof OutputValue.Complex complex
        && complex.content() instanceof Content.InFile file) {
      Files.deleteIfExists(file.path());
    }
  }
}
