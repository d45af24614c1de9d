package org.drover.wps.execution.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.function.LongSupplier;
import org.drover.wps.config.Node;
import org.drover.wps.config.Setting;
import org.drover.wps.execution.backend.BatchEngine;
import org.drover.wps.job.JobControl;
import org.drover.wps.job.JobStore;
import org.drover.wps.queue.Leases;

/**
 * Renews the leases of the attempts under way here, tells their progress, and stops those that have
 * lost their job.
 */
@ApplicationScoped
public class Heartbeat {

  private static final Logger LOG = System.getLogger(Heartbeat.class.getName());

  @Inject private RunningAttempts running;
  @Inject private Leases leases;
  @Inject private JobStore jobs;
  @Inject private JobControl control;
  @Inject private BatchEngine engine;

  /** After how long without a sign of progress a job is shown as silent. */
  public static final Setting<Duration> SILENT = Setting.duration("drover.silent", "PT5M");

  private final LongSupplier nanoTime;

  public Heartbeat() {
    this(System::nanoTime);
  }

  Heartbeat(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** For how many nanoseconds after a renewal an attempt may go on: a lease less a margin. */
  static long safeNanos() {
    return Node.LEASE.get().toNanos() / 5 * 4;
  }

  /** Renews all leases once, and stops the attempts that have lost theirs. */
  synchronized void beat() {
    Collection<RunningAttempt> attempts = running.list();
    if (attempts.isEmpty()) {
      return;
    }
    long asked = nanoTime.getAsLong();
    try {
      Leases.Renewal renewal =
          leases.renew(attempts.stream().map(RunningAttempt::attempt).toList(), Node.LEASE.get());
      for (RunningAttempt attempt : attempts) {
        if (renewal.renewed().contains(attempt.attempt())) {
          attempt.leaseHoldsUntil(asked + safeNanos());
        } else if (renewal.lost().contains(attempt.attempt()) && !hasEnded(attempt)) {
          stop(attempt, "lost");
        }
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Leases could not be renewed: {0}", e.getMessage());
    }
    attempts.stream()
        .filter(RunningAttempt::isLeaseOver)
        .forEach(it -> stop(it, "not renewed in time"));
  }

  /** The row says it a moment before the attempt knows; one dismissed is stopped by the watch. */
  private boolean hasEnded(RunningAttempt attempt) {
    return attempt.isFinished()
        || jobs.findJob(attempt.job().id())
            .filter(it -> it.status().isFinal() && it.epoch() == attempt.attempt().epoch())
            .isPresent();
  }

  private void stop(RunningAttempt attempt, String why) {
    if (!attempt.isStopping()) {
      LOG.log(Level.WARNING, "Stopping attempt {0}: its lease is {1}.", attempt.attempt(), why);
      attempt.stop("The server has lost the job.");
      engine.stop(attempt.execution());
    }
  }

  /** Writes down which attempts have moved since the last time, and which have not for long. */
  void tellMoves() {
    Collection<RunningAttempt> attempts = running.list();
    if (!attempts.isEmpty()) {
      control.moved(
          attempts.stream()
              .filter(RunningAttempt::takeMoved)
              .map(RunningAttempt::attempt)
              .toList());
      control.markSilent(Node.NAME.get(), SILENT.get());
    }
  }

  /** Writes down what processes have told of their progress since the last time. */
  void tellProgress() {
    for (RunningAttempt attempt : running.list()) {
      attempt.untold().ifPresent(it -> tell(attempt, it));
    }
  }

  private void tell(RunningAttempt attempt, RunningAttempt.Progress progress) {
    if (jobs.progress(attempt.attempt(), progress.percent(), progress.message())) {
      attempt.told(progress);
    }
  }
}
