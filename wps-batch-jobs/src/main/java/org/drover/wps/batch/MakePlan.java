package org.drover.wps.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.drover.wps.execution.attempt.JobWork;
import org.drover.wps.job.Attempt;

/** Cuts the job into parts. Its exit status tells whether any is left to do, and where. */
@Dependent
@Named
public class MakePlan extends AbstractBatchlet {

  static final String PARTS_LEFT = "PARTS LEFT";
  static final String PARTS_OUTSIDE = "PARTS OUTSIDE";
  static final String ALL_DONE = "ALL DONE";

  @Inject private JobArtifact artifact;
  @Inject private JobWork work;

  @Override
  public String process() throws Exception {
    Attempt attempt = artifact.attempt();
    return artifact.guard(attempt, () -> work.plan(attempt).isEmpty() ? ALL_DONE : left(attempt));
  }

  private String left(Attempt attempt) {
    return work.isOutside(attempt) ? PARTS_OUTSIDE : PARTS_LEFT;
  }
}
