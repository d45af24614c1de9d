package org.drover.wps.batch;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.drover.wps.execution.attempt.PartRun;

/** Works on an item. */
@Dependent
@Named
public class PartProcessor implements ItemProcessor {

  @Inject private JobArtifact artifact;
  @Inject private StepContext step;

  @Override
  public Object processItem(Object item) throws Exception {
    PartRun part = (PartRun) step.getTransientUserData();
    return artifact.guard(
        part.attempt(),
        () -> {
          part.work(item);
          return Boolean.TRUE;
        });
  }
}
