package org.drover.wps.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.drover.wps.execution.attempt.JobWork;
import org.drover.wps.job.Attempt;

/** Makes the inputs of a partitioned process ready. */
@Dependent
@Named
public class StageInputs extends AbstractBatchlet {

  @Inject private JobArtifact artifact;
  @Inject private JobWork work;

  @Override
  public String process() throws Exception {
    Attempt attempt = artifact.attempt();
    return artifact.guard(
        attempt,
        () -> {
          work.stageInputs(attempt);
          return "DONE";
        });
  }
}
