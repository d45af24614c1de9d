package org.drover.wps.bench.figures;

import java.io.IOException;
import java.util.List;
import org.drover.wps.bench.load.Target;

/** Synchronous {@code echo} against W. */
public final class SyncFigures {

  private static final double TARGET = 0.4;
  private static final String SIGN = "ProcessSucceeded";

  private final Bench bench;

  public SyncFigures(Bench bench) {
    this.bench = bench;
  }

  public void measure() throws IOException {
    bench.report().group("Synchronous echo (W: a bare servlet that parses and answers it)");
    Target drover = execute("Drover", "/wps/1.0.0");
    Target ceiling = execute("W", "/w/wps");
    bench.warmUp(List.of(drover, ceiling));
    for (int connections : List.of(1, 8, 64)) {
      tell(connections, drover, ceiling);
    }
  }

  private Target execute(String name, String path) {
    return bench.target(name, List.of(Requests.post(path, Requests.echo(false))), SIGN);
  }

  private void tell(int connections, Target drover, Target ceiling) throws IOException {
    Comparison rounds = bench.compare(List.of(drover, ceiling), connections);
    Report report = bench.report();
    report.ratio(
        "echo, " + connections + " connections",
        rounds.perSecond(drover),
        "req/s",
        new Report.Reference(
            "W", rounds.perSecond(ceiling), rounds.ratio(drover, ceiling), TARGET));
    for (Target target : List.of(drover, ceiling)) {
      report.note(Details.of(rounds, target));
    }
    report.note(Details.machine(rounds));
  }
}
