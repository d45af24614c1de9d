package org.drover.wps.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.ItemReader;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.drover.wps.execution.attempt.JobWork;
import org.drover.wps.execution.attempt.PartRun;
import org.drover.wps.job.Attempt;

/**
 * Reads the items of a part from its checkpoint on. The checkpoint is the part's row; the one the
 * engine keeps beside it is never read back.
 */
@Dependent
@Named
public class PartReader implements ItemReader {

  @Inject private JobArtifact artifact;
  @Inject private JobWork work;
  @Inject private StepContext step;

  @Inject
  @BatchProperty(name = "part")
  private String no;

  private Attempt attempt;
  private PartRun part;

  @Override
  public void open(Serializable ignored) throws Exception {
    attempt = artifact.attempt();
    part = artifact.guard(attempt, () -> work.openPart(attempt, Integer.parseInt(no)));
    step.setTransientUserData(part);
  }

  @Override
  public Object readItem() throws Exception {
    return artifact.guard(attempt, part::read);
  }

  @Override
  public Serializable checkpointInfo() {
    return part.position();
  }

  /** Ends the part, for the case that the last chunk had no item left to write. */
  @Override
  public void close() throws Exception {
    artifact.guard(
        attempt,
        () -> {
          part.end();
          return null;
        });
  }
}
