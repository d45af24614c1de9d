package org.drover.wps.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.drover.wps.execution.attempt.JobWork;
import org.drover.wps.job.Attempt;

/** The one step of a direct process. */
@Dependent
@Named
public class RunDirect extends AbstractBatchlet {

  @Inject private JobArtifact artifact;
  @Inject private JobWork work;

  @Override
  public String process() throws Exception {
    Attempt attempt = artifact.attempt();
    return artifact.guard(
        attempt,
        () -> {
          work.runDirect(attempt);
          return "DONE";
        });
  }
}
