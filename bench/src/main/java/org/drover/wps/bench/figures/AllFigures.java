package org.drover.wps.bench.figures;

import java.io.IOException;

/** Measures group after group; one that fails does not keep the others from being measured. */
public final class AllFigures {

  private final Bench bench;

  public AllFigures(Bench bench) {
    this.bench = bench;
  }

  /** A group of figures. */
  @FunctionalInterface
  private interface Group {
    void measure() throws IOException;
  }

  public void measure() {
    measure("documents", new DocumentFigures(bench)::measure);
    measure("sync", new SyncFigures(bench)::measure);
    measure("async", new AsyncFigures(bench)::measure);
    measure("status", new StatusFigures(bench)::measure);
    measure("memory", new MemoryFigures(bench)::measure);
    measure("buffer", new BufferFigures(bench)::measure);
    bench.report().end();
  }

  private void measure(String name, Group group) {
    if (!bench.options().wants(name)) {
      return;
    }
    try {
      group.measure();
    } catch (IOException | RuntimeException e) {
      bench.report().failed(name, e);
    }
  }
}
