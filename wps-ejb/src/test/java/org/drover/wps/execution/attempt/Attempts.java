package org.drover.wps.execution.attempt;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.drover.wps.catalogue.Catalogue;
import org.drover.wps.database.Stores;
import org.drover.wps.database.Wiring;
import org.drover.wps.execution.backend.BatchEngine;
import org.drover.wps.execution.forecast.Forecasts;
import org.drover.wps.execution.forecast.RunTimes;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.JobFolders;
import org.drover.wps.process.describe.LiteralType;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.process.registry.Offering;

/** Slots and a heartbeat on real stores, with an engine that does what a test says. */
public final class Attempts implements BatchEngine, Catalogue {

  final Stores stores;
  public final JobFolders folders;
  public final RunningAttempts running = new RunningAttempts();
  final AtomicLong nanos = new AtomicLong(System.nanoTime());
  final ServerState server = new ServerState();
  final Slot slot;
  final Heartbeat heartbeat;
  final Watch watch;
  public final Map<String, Offering> offerings = new HashMap<>();
  public final List<Long> stopped = new java.util.concurrent.CopyOnWriteArrayList<>();
  public Work work = attempt -> attempt.ended();

  /** What the engine does to all that runs when it is to stop something. */
  Work whenStopped = attempt -> {};

  boolean isRunning = true;

  /** What the engine does when it is to start an attempt. */
  public interface Work {
    void start(RunningAttempt attempt);
  }

  public Attempts(Stores stores, Path data) {
    this.stores = stores;
    this.folders = new JobFolders(data);
    this.heartbeat =
        Wiring.wire(
            new Heartbeat(nanos::get), running, stores.leases, stores.jobs, stores.control, this);
    this.slot =
        Wiring.wire(
            new Slot(),
            stores.queues,
            stores.jobs,
            stores.parts,
            running,
            server,
            heartbeat,
            this,
            folders,
            forecasts(stores));
    this.watch =
        Wiring.wire(new Watch(), running, stores.control, stores.jobs, stores.parts, folders, this);
    offer("echo");
  }

  /** Forecasts of the queues of these stores. */
  public static Forecasts forecasts(Stores stores) {
    return Wiring.wire(new Forecasts(), stores.queues, Wiring.wire(new RunTimes(), stores.queues));
  }

  /** Has a slot take and run the next job of a queue. */
  public boolean runNext(String queue) {
    return slot.runNext(queue);
  }

  /** Has the watch look once. */
  public void look() {
    watch.look();
  }

  void offer(String process) {
    ProcessDescription description =
        ProcessDescription.of(process, "1.0.0")
            .literalOutput("out", "Out", LiteralType.STRING)
            .build();
    offerings.put(
        process, new Offering.Direct(description, (inputs, execution) -> Map.of("out", "x")));
  }

  void offerPartitioned(String process) {
    ProcessDescription description = offerings.get(process).description();
    offerings.put(
        process,
        new Offering.Partitioned(
            description,
            inputs -> {
              throw new IllegalStateException("the engine of tests plans nothing");
            },
            Optional.empty(),
            Optional.empty()));
  }

  /** Does something in another thread after some seconds. */
  void later(int seconds, Runnable task) {
    java.util.concurrent.CompletableFuture.delayedExecutor(
            seconds, java.util.concurrent.TimeUnit.SECONDS)
        .execute(task);
  }

  @Override
  public long start(Attempt attempt, boolean partitioned) {
    work.start(running.get(attempt));
    return 1;
  }

  @Override
  public void stop(long execution) {
    stopped.add(execution);
    running.list().forEach(whenStopped::start);
  }

  @Override
  public boolean isRunning(long execution) {
    return isRunning;
  }

  @Override
  public void forgetEnded() {}

  @Override
  public List<Offering> listOfferings() {
    return List.copyOf(offerings.values());
  }

  @Override
  public Optional<Offering> findOffering(String process) {
    return Optional.ofNullable(offerings.get(process));
  }

  @Override
  public long updateSequence() {
    return 1;
  }
}
