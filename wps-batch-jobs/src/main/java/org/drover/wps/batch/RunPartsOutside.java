package org.drover.wps.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.drover.wps.execution.attempt.JobWork;
import org.drover.wps.job.Attempt;

/** Has the parts done by an engine outside the server, which keeps their checkpoints. */
@Dependent
@Named
public class RunPartsOutside extends AbstractBatchlet {

  @Inject private JobArtifact artifact;
  @Inject private JobWork work;

  @Override
  public String process() throws Exception {
    Attempt attempt = artifact.attempt();
    return artifact.guard(
        attempt,
        () -> {
          work.runPartsOutside(attempt, PartMapper.THREADS.get().intValue());
          return "DONE";
        });
  }
}
