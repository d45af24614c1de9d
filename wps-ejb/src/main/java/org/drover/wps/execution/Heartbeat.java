package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.Set;
import org.drover.wps.config.Node;
import org.drover.wps.execution.backend.BatchEngine;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.JobStore;
import org.drover.wps.queue.QueueStore;

/**
 * Renews the leases of the attempts under way here, tells their progress, and stops those that have
 * lost their job.
 */
@ApplicationScoped
public class Heartbeat {

  private static final Logger LOG = System.getLogger(Heartbeat.class.getName());

  @Inject private RunningAttempts running;
  @Inject private QueueStore queues;
  @Inject private JobStore jobs;
  @Inject private BatchEngine engine;

  private long lastRenewed = System.nanoTime();

  /** Renews all leases once. Stops everything if that has not worked for most of a lease. */
  synchronized void beat() {
    Collection<RunningAttempt> attempts = running.list();
    try {
      Set<Attempt> held =
          queues.renew(attempts.stream().map(RunningAttempt::attempt).toList(), Node.LEASE.get());
      lastRenewed = System.nanoTime();
      attempts.stream().filter(it -> !held.contains(it.attempt())).forEach(it -> stop(it, "lost"));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Leases could not be renewed: {0}", e.getMessage());
      if (System.nanoTime() - lastRenewed > Node.LEASE.get().toNanos() * 3 / 4) {
        attempts.forEach(it -> stop(it, "not renewed in time"));
      }
    }
  }

  private void stop(RunningAttempt attempt, String why) {
    if (!attempt.isStopping()) {
      LOG.log(Level.WARNING, "Stopping attempt {0}: its lease is {1}.", attempt.attempt(), why);
      attempt.stop("The server has lost the job.");
      engine.stop(attempt.execution());
    }
  }

  /** Writes down what processes have told of their progress since the last time. */
  void tellProgress() {
    for (RunningAttempt attempt : running.list()) {
      RunningAttempt.Progress progress = attempt.takeProgress();
      if (progress != null) {
        jobs.progress(attempt.attempt(), progress.percent(), progress.message());
      }
    }
  }
}
