package org.drover.wps.execution.attempt;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.drover.wps.config.Node;
import org.drover.wps.config.Setting;
import org.drover.wps.execution.backend.BatchEngine;
import org.drover.wps.execution.outside.SoloKeeper;
import org.drover.wps.execution.outside.TaskKeeper;
import org.drover.wps.execution.outside.WorkerFiles;
import org.drover.wps.job.JobFolders;
import org.drover.wps.job.JobId;
import org.drover.wps.outbox.Sender;
import org.drover.wps.queue.QueueStore;

/**
 * Keeps the service going: recovers at the start, then beats, dispatches and sweeps by timer. Jobs
 * find the processes that were deployed or described when it begins.
 */
@Singleton
@Startup
@DependsOn({"DeployedProcesses", "CommandFolder"})
@TransactionManagement(TransactionManagementType.BEAN)
public class Engine {

  private static final Logger LOG = System.getLogger(Engine.class.getName());

  /** How often expired jobs are looked for. */
  public static final Setting<Duration> SWEEP = Setting.duration("drover.sweep", "PT1M");

  private static final Duration ORPHANS = Duration.ofHours(1);

  private static final long NEVER = Long.MIN_VALUE;

  /** How long work that is told to stop may take to do so. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Resource(lookup = "java:jboss/ee/concurrency/scheduler/wps-timer")
  private ManagedScheduledExecutorService timer;

  /** Whatever the other timers wait for, leases are renewed. */
  @Resource(lookup = "java:jboss/ee/concurrency/scheduler/wps-heartbeat")
  private ManagedScheduledExecutorService pulse;

  @Resource private ContextService contexts;

  @Inject private QueueStore queues;
  @Inject private BatchEngine batch;
  @Inject private Dispatcher dispatcher;
  @Inject private Heartbeat heartbeat;
  @Inject private Watch watch;
  @Inject private Retention retention;
  @Inject private Orphans orphans;
  @Inject private Sender sender;
  @Inject private TaskKeeper tasks;
  @Inject private SoloKeeper solo;
  @Inject private WorkerFiles workers;
  @Inject private JobFolders folders;
  @Inject private ServerState server;
  @Inject private Presence presence;

  private final List<Future<?>> timers = new ArrayList<>();
  private final AtomicLong workDue = new AtomicLong(NEVER);
  private volatile boolean recovered;
  private volatile List<Path> earlierIncoming = List.of();

  @PostConstruct
  void start() {
    startTimers();
    server.whenResumed(contexts.createContextualProxy(this::startTimers, Runnable.class));
    server.whenSuspended(this::stopTimers);
  }

  private synchronized void startTimers() {
    stopTimers();
    long lease = Node.LEASE.get().toMillis();
    every(1000, "dispatch", this::dispatch);
    every(pulse, lease / 3, "heartbeat", this::beat);
    every(lease / 3, "sign of life", this::keepName);
    every(1000, "progress", this::tellProgress);
    every(pulse, 1000, "recovery", this::takeBack);
    every(1000, "watch over attempts", this::watch);
    every(SWEEP.get().toMillis(), "retention", retention::sweep);
    every(SWEEP.get().toMillis(), "ending of overdue jobs", this::failOverdue);
    every(lease / 3, "look for silent jobs", this::tellMoves);
    every(SWEEP.get().toMillis(), "cleaning of the batch tables", this::forgetEnded);
    every(1000, "sending of messages", sender::sendDue);
    every(1000, "care for tasks of other engines", this::keepTasks);
    every(1000, "end of tasks of synchronous requests", this::keepSoloTasks);
    every(1000, "removal of work of ended jobs", this::sweepWork);
    every(ORPHANS.toMillis(), "search for orphaned files", orphans::sweep);
    every(ORPHANS.toMillis(), "search for unused files of workers", workers::sweep);
  }

  /** A suspended server refuses to run timers, and logs that each time. */
  private synchronized void stopTimers() {
    timers.forEach(it -> it.cancel(false));
    timers.clear();
  }

  private void every(long millis, String what, Callable<?> task) {
    every(timer, millis, what, task);
  }

  private void every(
      ManagedScheduledExecutorService executor, long millis, String what, Callable<?> task) {
    timers.add(
        executor.scheduleWithFixedDelay(
            () -> attempt(what, task), 200, millis, TimeUnit.MILLISECONDS));
  }

  private static void attempt(String what, Callable<?> task) {
    try {
      task.call();
    } catch (Exception | Error e) { // whatever it is, a timer goes on
      LOG.log(Level.WARNING, "The " + what + " failed; it is tried again.", e);
    }
  }

  private Void dispatch() {
    recover();
    dispatcher.callAll();
    return null;
  }

  /** A node whose name another has taken, because this one seemed dead, begins anew. */
  private synchronized Void keepName() {
    if (recovered && !presence.keep()) {
      dispatcher.close();
      recovered = false;
    }
    return null;
  }

  /**
   * Once the name is this server's alone, nothing of its node can be running: what rows say is
   * running was cut off.
   */
  private synchronized void recover() {
    if (recovered || !presence.keep()) {
      return;
    }
    solo.takeOver();
    earlierIncoming = folders.earlierIncoming();
    List<JobId> cutOff = queues.takeBack(Node.NAME.get(), Node.MAX_CRASHES.get().intValue());
    if (!cutOff.isEmpty()) {
      LOG.log(Level.INFO, "{0} jobs were cut off by the last stop and go on.", cutOff.size());
    }
    recovered = true;
    dispatcher.open();
    sweepWorkLater();
  }

  private Void forgetEnded() {
    if (recovered) {
      batch.forgetEnded();
    }
    return null;
  }

  private Void beat() {
    heartbeat.beat();
    return null;
  }

  private Void tellProgress() {
    heartbeat.tellProgress();
    return null;
  }

  private Void tellMoves() {
    heartbeat.tellMoves();
    return null;
  }

  private Void keepTasks() {
    tasks.settleAll();
    return null;
  }

  /** Programs of synchronous requests are ended before the folders they work in are removed. */
  private Void keepSoloTasks() throws IOException {
    if (recovered) {
      solo.settle();
      if (solo.hasSettled() && !earlierIncoming.isEmpty()) {
        earlierIncoming.forEach(JobFolders::remove);
        earlierIncoming = List.of();
      }
    }
    return null;
  }

  private Void failOverdue() {
    watch.failOverdue();
    return null;
  }

  private Void watch() {
    watch.look();
    return null;
  }

  private Void takeBack() {
    if (recovered) {
      List<JobId> lost = queues.takeBack("", Node.MAX_CRASHES.get().intValue());
      if (!lost.isEmpty()) {
        LOG.log(Level.WARNING, "Lost by a node and taken over: {0}", lost);
        dispatcher.callAll();
        sweepWorkLater();
      }
    }
    return null;
  }

  /** Who was killed may have been cleaning up; a live one has done so two leases from now. */
  private void sweepWorkLater() {
    workDue.set(System.nanoTime() + 2 * Node.LEASE.get().toNanos());
  }

  private Void sweepWork() throws IOException {
    long due = workDue.get();
    if (due != NEVER && System.nanoTime() - due > 0) {
      orphans.sweepWork();
      workDue.compareAndSet(due, NEVER);
    }
    return null;
  }

  @PreDestroy
  void stop() {
    dispatcher.close();
    server.stop();
    if (!dispatcher.awaitQuiet(Attendance.DRAIN.get().plus(PATIENCE))) {
      LOG.log(Level.WARNING, "Some work does not stop; its jobs go on at the next start.");
    }
    stopTimers();
    attempt("giving back of jobs", this::giveBack);
  }

  /** Not those of another server that has this node's name by now. */
  private Void giveBack() {
    if (presence.keep()) {
      queues.giveBack(Node.NAME.get());
      presence.leave();
    }
    return null;
  }
}
