package org.drover.wps.execution.attempt;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.drover.wps.config.Setting;
import org.drover.wps.execution.backend.BatchEngine;
import org.drover.wps.execution.failure.EngineFailureException;

/**
 * Stays with an attempt until it has ended. When the server drains, the parts of a partitioned
 * process are asked to end at their next checkpoint, and all work is stopped after a while.
 */
final class Attendance {

  /**
   * How long work may go on when the server is suspended or shuts down, before it is given back.
   */
  static final Setting<Duration> DRAIN = Setting.duration("drover.drain", "PT15S");

  /**
   * How long the batch engine may take to begin what it has taken on. It forgets an execution when
   * the database goes away at its very start, and calls it starting for ever.
   */
  static final Setting<Duration> BEGIN = Setting.duration("drover.batch.begin", "PT30S");

  private static final Logger LOG = System.getLogger(Attendance.class.getName());

  private static final String REASON = "The server is suspended or shuts down.";
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final int ASK_EVERY = 5;
  private static final int BEAT_EVERY = 2;
  private static final int WARN_AFTER = 30;

  private final RunningAttempt attempt;
  private final boolean partitioned;
  private final BatchEngine engine;
  private final ServerState server;
  private final Heartbeat heartbeat;
  private int ticks;
  private int ticksDraining;
  private int ticksStopping;

  Attendance(
      RunningAttempt attempt,
      boolean partitioned,
      BatchEngine engine,
      ServerState server,
      Heartbeat heartbeat) {
    this.heartbeat = heartbeat;
    this.attempt = attempt;
    this.partitioned = partitioned;
    this.engine = engine;
    this.server = server;
  }

  void await() throws InterruptedException {
    boolean ended = false;
    while (!ended) {
      try {
        attempt.whenEnded().get(TICK.toMillis(), TimeUnit.MILLISECONDS);
        ended = true;
      } catch (TimeoutException e) {
        ended = tick();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
  }

  /** The engine tells when it has ended; should it ever forget to, it is asked now and then. */
  private boolean tick() {
    ticks++;
    if (server.isDraining()) {
      drain();
    }
    if (attempt.isStopping()) {
      warn();
    }
    if (!attempt.hasBegun() && ticks >= BEGIN.get().toSeconds()) {
      attempt.failed(new EngineFailureException("it never began"));
      return true;
    }
    return ticks % ASK_EVERY == 0 && !engine.isRunning(attempt.execution());
  }

  /** A suspended server runs no timers, so that leases are renewed from here. */
  private void drain() {
    if (ticksDraining++ % BEAT_EVERY == 0) {
      heartbeat.beat();
    }
    attempt.giveBack(REASON);
    if (ticksDraining == 1 && partitioned) {
      engine.stop(attempt.execution());
    }
    if (ticksDraining > DRAIN.get().toSeconds() && !attempt.isStopping()) {
      attempt.stop(REASON);
      engine.stop(attempt.execution());
    }
  }

  private void warn() {
    ticksStopping++;
    if (ticksStopping == WARN_AFTER) {
      LOG.log(
          Level.WARNING,
          "Attempt {0} of process {1} was told to stop {2} s ago and goes on. It can write nothing"
              + " any more, but a slot of queue {3} stays taken until it ends: a thread cannot be"
              + " killed.",
          attempt.attempt(),
          attempt.job().process(),
          WARN_AFTER,
          attempt.job().queue());
    }
  }
}
