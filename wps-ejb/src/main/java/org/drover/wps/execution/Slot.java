package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.drover.wps.catalogue.Catalogue;
import org.drover.wps.config.Node;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.backend.BatchEngine;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.Job;
import org.drover.wps.job.JobFailure;
import org.drover.wps.job.JobFolders;
import org.drover.wps.job.JobStore;
import org.drover.wps.job.PartStore;
import org.drover.wps.job.StaleAttemptException;
import org.drover.wps.process.registry.Offering;
import org.drover.wps.queue.QueueStore;

/**
 * What a thread of a queue's executor does: takes the next job, has it carried out, and stays until
 * it has ended. So the executor's size is the limit of jobs running at once.
 */
@ApplicationScoped
public class Slot {

  private static final Logger LOG = System.getLogger(Slot.class.getName());
  private static final Duration RETRY = Duration.ofSeconds(5);

  @Inject private QueueStore queues;
  @Inject private JobStore jobs;
  @Inject private PartStore parts;
  @Inject private RunningAttempts running;
  @Inject private BatchEngine engine;
  @Inject private Catalogue catalogue;
  @Inject private JobFolders folders;

  /**
   * Takes and runs one job.
   *
   * @return whether there was one
   */
  boolean runNext(String queue) {
    Optional<Job> job = queues.claim(queue, Node.NAME.get(), Node.LEASE.get());
    job.ifPresent(this::run);
    return job.isPresent();
  }

  private void run(Job job) {
    RunningAttempt attempt =
        new RunningAttempt(job, folders.work(new Attempt(job.id(), job.epoch())));
    running.add(attempt);
    try {
      attempt.startedAs(engine.start(attempt.attempt(), isPartitioned(job)));
      awaitEnd(attempt);
    } catch (RuntimeException e) {
      attempt.failed(e);
    } finally {
      running.remove(attempt);
      attempt.closeAll();
      settle(attempt);
    }
  }

  private boolean isPartitioned(Job job) {
    return catalogue
        .findOffering(job.process())
        .filter(Offering.Partitioned.class::isInstance)
        .isPresent();
  }

  /** The engine tells when it has ended; should it ever forget to, it is asked now and then. */
  private void awaitEnd(RunningAttempt attempt) {
    while (true) {
      try {
        attempt.whenEnded().get(RETRY.toMillis(), TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException e) {
        if (!engine.isRunning(attempt.execution())) {
          return;
        }
      } catch (InterruptedException e) {
        attempt.stop("The server is shutting down.");
        engine.stop(attempt.execution());
        Thread.currentThread().interrupt();
        return;
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
  }

  /** Makes the row say how the attempt ended, unless a step has done so or the job is lost. */
  private void settle(RunningAttempt attempt) {
    Throwable failure = attempt.failure();
    if (failure instanceof StaleAttemptException) {
      LOG.log(Level.INFO, "Attempt {0} has lost its job and ends.", attempt.attempt());
      return;
    }
    if (attempt.isStopping() || (failure != null && isPassing(failure))) {
      jobs.release(attempt.attempt(), attempt.isStopping() ? Duration.ZERO : RETRY);
    } else if (failure != null) {
      fail(attempt, failure);
    } else {
      // no step failed, so one of them has ended the job; otherwise the engine gave up in between
      jobs.release(attempt.attempt(), RETRY);
    }
    cleanUp(attempt);
  }

  private void cleanUp(RunningAttempt attempt) {
    boolean over = jobs.findJob(attempt.job().id()).map(it -> it.status().isFinal()).orElse(true);
    if (over) {
      folders.removeWork(attempt.job().id());
      parts.delete(attempt.job().id());
    } else {
      JobFolders.remove(folders.work(attempt.attempt()));
    }
  }

  private void fail(RunningAttempt attempt, Throwable failure) {
    WpsException reason = Failures.explain(failure, "job " + attempt.attempt());
    jobs.fail(
        attempt.attempt(),
        new JobFailure(reason.fault(), reason.locator(), String.valueOf(reason.getMessage())));
  }

  /** Whether another try may go better: the database or a transaction let the attempt down. */
  private static boolean isPassing(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof PersistenceException
          || each instanceof SQLException
          || each instanceof RollbackException) {
        return true;
      }
    }
    return false;
  }
}
