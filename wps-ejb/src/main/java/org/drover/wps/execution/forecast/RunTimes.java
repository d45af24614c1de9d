package org.drover.wps.execution.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.drover.wps.queue.QueueLine;
import org.drover.wps.queue.QueueStore;

/** How long processes take, by their last runs; what was read is good for some seconds. */
@ApplicationScoped
public class RunTimes {

  private static final int LAST = 50;
  private static final long HOLDS_NANOS = TimeUnit.SECONDS.toNanos(5);

  @Inject private QueueStore queues;

  private final LongSupplier nanoTime;
  private final Map<String, Read> byProcess = new ConcurrentHashMap<>();

  private record Read(SeenRuns runs, long at) {}

  public RunTimes() {
    this(System::nanoTime);
  }

  RunTimes(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** The last runs of a process. */
  public SeenRuns of(String process) {
    Read known = byProcess.get(process);
    if (known != null && nanoTime.getAsLong() - known.at() < HOLDS_NANOS) {
      return known.runs();
    }
    SeenRuns runs = SeenRuns.of(queues.listRunTimes(process, LAST));
    byProcess.put(process, new Read(runs, nanoTime.getAsLong()));
    return runs;
  }

  /** How many seconds a job will take; empty when nothing tells. */
  public OptionalDouble expected(QueueLine.Load load) {
    return of(load.process()).expected(load);
  }
}
