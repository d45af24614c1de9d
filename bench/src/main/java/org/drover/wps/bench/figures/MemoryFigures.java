package org.drover.wps.bench.figures;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.drover.wps.bench.server.Pause;
import org.drover.wps.bench.server.ServerMemory;

/** What large inline inputs take of the server's memory, counted through {@code count-features}. */
public final class MemoryFigures {

  private static final double MEGA = 1e6;

  private final Bench bench;

  public MemoryFigures(Bench bench) {
    this.bench = bench;
  }

  public void measure() throws IOException {
    bench.report().group("Large inline inputs, counted (heap: what collections during it leave)");
    List<Integer> sizes = bench.options().quick() ? List.of(20) : List.of(100, 500);
    try (ServerMemory memory = ServerMemory.attach(bench.server().pid())) {
      for (int megabytes : sizes) {
        measure(megabytes, memory);
      }
    }
  }

  private void measure(int megabytes, ServerMemory memory) throws IOException {
    int polygons = (int) (megabytes * MEGA / Polygons.BYTES_EACH);
    long heap = memory.live();
    memory.forgetPeak();
    long resident = memory.resident();
    HeapWatch watch = new HeapWatch(memory);
    Thread watching = new Thread(watch, "heap watch");
    watching.setDaemon(true);
    watching.start();
    JobRun run =
        JobRun.of(
            bench.server().http(),
            new VectorRequest("count-features", polygons, "", VectorRequest.STORED));
    watch.stop(watching);
    if (!run.document().contains(">" + polygons + "<")) {
      throw new IOException("a wrong count: " + Details.shortened(run.document()));
    }
    String name = megabytes + " MB inline, ";
    Report report = bench.report();
    report.figure(name + "until accepted", run.uploaded(), "s");
    report.figure(name + "until counted", run.ended(), "s");
    report.limit(
        name + "live heap more than before",
        (watch.peak - heap) / MEGA,
        "MB",
        Report.Limit.atMost(megabytes));
    report.limit(
        name + "resident more than before",
        (memory.peak() - resident) / MEGA,
        "MB",
        Report.Limit.atMost(megabytes));
  }

  /** Collects again and again, and keeps the most that was left. */
  private static final class HeapWatch implements Runnable {
    private final ServerMemory memory;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private volatile long peak;

    private HeapWatch(ServerMemory memory) {
      this.memory = memory;
    }

    @Override
    public void run() {
      while (!stopped.get()) {
        peak = Math.max(peak, memory.live());
        Pause.milliseconds(250);
      }
    }

    private void stop(Thread thread) {
      stopped.set(true);
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
