package org.drover.wps.execution.attempt;

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
import org.drover.wps.job.JobId;
import org.drover.wps.output.OutputStore;
import org.drover.wps.output.StoredOutput;

/** Removes what jobs have put out. */
@ApplicationScoped
public class OutputFiles {

  private static final Logger LOG = System.getLogger(OutputFiles.class.getName());

  @Inject private OutputStore outputs;

  /**
   * The outputs of a job. Those an older version has stored may be unreadable; their files are
   * found as orphans.
   */
  public List<StoredOutput> list(JobId job) {
    try {
      return outputs.listOutputs(job);
    } catch (UncheckedIOException e) {
      LOG.log(Level.WARNING, "The outputs of job " + job + " cannot be read.", e);
      return List.of();
    }
  }

  /** Removes the files of outputs no row names any more. */
  public void remove(List<StoredOutput> stored) throws IOException {
    for (StoredOutput each : stored) {
      if (each.output().value() instanceof OutputValue.Complex complex
          && complex.content() instanceof Content.InFile file) {
        Files.deleteIfExists(file.path());
      }
    }
  }
}
