package org.drover.wps.batch;

import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobExecutionNotRunningException;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.drover.wps.execution.attempt.RunningAttempts;
import org.drover.wps.execution.backend.BatchEngine;
import org.drover.wps.job.Attempt;

/**
 * The only door to Jakarta Batch. An EJB, because the server chooses the job operator by the
 * thread's class loader, and an EJB's is always that of its own module.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BatchDoor implements BatchEngine {

  private static final Logger LOG = System.getLogger(BatchDoor.class.getName());

  @Inject private BatchRows rows;
  @Inject private RunningAttempts running;

  @Override
  public long start(Attempt attempt, boolean partitioned) {
    return BatchRuntime.getJobOperator()
        .start(
            partitioned ? "partitioned-process" : "direct-process",
            JobArtifact.parameters(attempt));
  }

  @Override
  public void stop(long execution) {
    try {
      BatchRuntime.getJobOperator().stop(execution);
    } catch (NoSuchJobExecutionException | JobExecutionNotRunningException e) {
      LOG.log(Level.DEBUG, "Execution {0} has ended by itself.", execution);
    }
  }

  @Override
  public boolean isRunning(long execution) {
    try {
      BatchStatus status =
          BatchRuntime.getJobOperator().getJobExecution(execution).getBatchStatus();
      return status == BatchStatus.STARTING
          || status == BatchStatus.STARTED
          || status == BatchStatus.STOPPING;
    } catch (NoSuchJobExecutionException e) {
      LOG.log(Level.DEBUG, "Execution {0} is forgotten, so it has ended.", execution);
      return false;
    } catch (BatchRuntimeException e) {
      LOG.log(Level.WARNING, "Execution " + execution + " cannot be looked up.", e);
      return true; // who cannot tell does not give its slot away
    }
  }

  @Override
  public void forgetEnded() {
    rows.deleteEnded(running.executions());
  }
}
