package org.drover.wps.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.drover.wps.execution.attempt.PartRun;

/** Stores the checkpoint of a part, in the chunk's own transaction. */
@Dependent
@Named
public class PartWriter extends AbstractItemWriter {

  @Inject private JobArtifact artifact;
  @Inject private StepContext step;

  @Override
  public void writeItems(List<Object> done) throws Exception {
    PartRun part = (PartRun) step.getTransientUserData();
    artifact.guard(
        part.attempt(),
        () -> {
          part.checkpoint();
          return null;
        });
  }
}
