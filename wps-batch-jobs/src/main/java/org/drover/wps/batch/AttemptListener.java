package org.drover.wps.batch;

import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.drover.wps.execution.attempt.RunningAttempt;
import org.drover.wps.execution.attempt.RunningAttempts;

/** Tells the slot that an execution has begun, and that it has ended. */
@Dependent
@Named
public class AttemptListener extends AbstractJobListener {

  @Inject private JobArtifact artifact;
  @Inject private RunningAttempts running;

  @Override
  public void beforeJob() {
    running.find(artifact.attempt()).ifPresent(RunningAttempt::begun);
  }

  @Override
  public void afterJob() {
    running.find(artifact.attempt()).ifPresent(RunningAttempt::ended);
  }
}
