package org.drover.wps.execution.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import org.drover.wps.backend.EngineAwayException;
import org.drover.wps.catalogue.Catalogue;
import org.drover.wps.config.Node;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.backend.BatchEngine;
import org.drover.wps.execution.failure.AbsentProcessException;
import org.drover.wps.execution.failure.EngineFailureException;
import org.drover.wps.execution.failure.Failures;
import org.drover.wps.execution.forecast.Forecasts;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.Job;
import org.drover.wps.job.JobFailure;
import org.drover.wps.job.JobFolders;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobStore;
import org.drover.wps.job.Retry;
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

  /** Twice as long each time: some five minutes, in which a process may be deployed again. */
  private static final Duration RETRY = Duration.ofSeconds(1);

  private static final int MOST_TRIES = 10;

  /** How long jobs leave their slot to others while the engine they need does not answer. */
  private static final Duration ENGINE_AWAY = Duration.ofSeconds(15);

  @Inject private QueueStore queues;
  @Inject private JobStore jobs;
  @Inject private RunningAttempts running;
  @Inject private BatchEngine engine;
  @Inject private Catalogue catalogue;
  @Inject private ServerState server;
  @Inject private Heartbeat heartbeat;
  @Inject private JobFolders folders;
  @Inject private Forecasts forecasts;

  /**
   * Takes and runs one job.
   *
   * @return whether there was one
   */
  boolean runNext(String queue) {
    Optional<Job> job = queues.claim(queue, Node.NAME.get(), Node.LEASE.get());
    job.ifPresent(forecasts::begins);
    job.ifPresent(this::run);
    return job.isPresent();
  }

  private void run(Job job) {
    RunningAttempt attempt =
        new RunningAttempt(
            job,
            folders.scratch(new Attempt(job.id(), job.epoch())),
            Heartbeat.safeNanos(),
            System::nanoTime);
    running.add(attempt);
    boolean interrupted = false;
    try {
      carryOut(attempt);
    } catch (InterruptedException e) {
      interrupted = true;
      attempt.stop("The server is shutting down.");
      engine.stop(attempt.execution());
    } catch (RuntimeException e) {
      attempt.failed(e);
    } finally {
      running.remove(attempt);
      attempt.closeAll();
      settle(attempt);
      if (interrupted) { // not before: an interrupted thread would close the file of H2
        Thread.currentThread().interrupt();
      }
    }
  }

  private void carryOut(RunningAttempt attempt) throws InterruptedException {
    Optional<Offering> offering = catalogue.findOffering(attempt.job().process());
    if (offering.isEmpty()) {
      attempt.failed(new AbsentProcessException(attempt.job().process()));
      return;
    }
    boolean partitioned = offering.get() instanceof Offering.Partitioned;
    attempt.startedAs(start(attempt, partitioned));
    new Attendance(attempt, partitioned, engine, server, heartbeat).await();
  }

  private long start(RunningAttempt attempt, boolean partitioned) {
    try {
      return engine.start(attempt.attempt(), partitioned);
    } catch (RuntimeException e) {
      throw new EngineFailureException(e);
    }
  }

  /** Makes the row say how the attempt ended, unless a step has done so or the job is lost. */
  private void settle(RunningAttempt attempt) {
    Throwable failure = attempt.failure();
    if (failure instanceof StaleAttemptException) {
      LOG.log(Level.INFO, "Attempt {0} has lost its job and ends.", attempt.attempt());
    } else if (!attempt.isFinished()) {
      end(attempt, failure);
    }
    cleanUp(attempt);
  }

  private void end(RunningAttempt attempt, Throwable failure) {
    if (attempt.isStopping() || (isGivenBack(attempt) && !Failures.isForeseen(failure))) {
      jobs.release(attempt.attempt(), Duration.ZERO, attempt.backReason().orElse(""), "");
    } else if (failure instanceof EngineAwayException) {
      jobs.release(attempt.attempt(), ENGINE_AWAY, failure.getMessage(), attempt.message());
    } else if (failure == null) {
      retry(attempt, new EngineFailureException("it ended without saying how"));
    } else if (Failures.mayPass(failure)) {
      retry(attempt, failure);
    } else {
      jobs.fail(attempt.attempt(), explain(attempt, failure));
    }
  }

  /**
   * Whether the server lets go of its jobs. The batch engine stops what it carries out, too, and
   * parts of the server are gone before the slot is: what then breaks says nothing of the job.
   */
  private boolean isGivenBack(RunningAttempt attempt) {
    return attempt.backReason().isPresent() || server.isDraining();
  }

  private void retry(RunningAttempt attempt, Throwable failure) {
    LOG.log(Level.WARNING, "Attempt {0} is tried again: {1}", attempt.attempt(), failure);
    jobs.retry(attempt.attempt(), new Retry(RETRY, MOST_TRIES, explain(attempt, failure)));
  }

  private static JobFailure explain(RunningAttempt attempt, Throwable failure) {
    WpsException reason = Failures.explain(failure, "job " + attempt.attempt());
    return new JobFailure(reason.fault(), reason.locator(), reason.getMessage());
  }

  private void cleanUp(RunningAttempt attempt) {
    folders.keepLog(attempt.attempt(), attempt.log());
    if (attempt.isFinished() || isOver(attempt.job().id())) {
      folders.removeWork(attempt.job().id());
    } else {
      JobFolders.remove(folders.work(attempt.attempt()));
    }
  }

  private boolean isOver(JobId job) {
    return jobs.findJob(job).map(it -> it.status().isFinal()).orElse(true);
  }
}
