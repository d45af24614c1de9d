package org.drover.wps.bench.figures;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.drover.wps.bench.load.Load;
import org.drover.wps.bench.load.Sample;
import org.drover.wps.bench.load.Target;
import org.drover.wps.bench.server.DroverServer;

/** What every group of figures works with. */
public record Bench(Options options, DroverServer server, Report report) {

  private static final int WARM_UP_ROUNDS = 10;
  private static final int WARM_UP_ANSWERS = 40_000;
  private static final double FASTER = 1.1;

  /** A target at the server under measurement. */
  Target target(String name, List<byte[]> requests, String sign) {
    return new Target(name, server.address(), requests, sign);
  }

  Comparison compare(List<Target> targets, int connections) throws IOException {
    return Comparison.of(
        targets,
        connections,
        new Comparison.Rounds(options.scaled(5, 3), options.scaled(2000, 1000)),
        server.pid());
  }

  /**
   * Loads the targets in turn until the first has answered often and none gets faster any more, so
   * that the server's compilers have done their work; half a minute each at most.
   */
  void warmUp(List<Target> targets) throws IOException {
    Duration round = Duration.ofMillis(options.scaled(3000, 2000));
    double[] best = new double[targets.size()];
    int answered = 0;
    int steady = 0;
    for (int i = 0; i < WARM_UP_ROUNDS && (steady < 2 || answered < WARM_UP_ANSWERS); i++) {
      boolean faster = false;
      for (int j = 0; j < best.length; j++) {
        Sample sample = Load.run(targets.get(j), 8, round);
        faster |= sample.perSecond() > FASTER * best[j];
        best[j] = Math.max(best[j], sample.perSecond());
        answered += j == 0 ? sample.right() : 0;
      }
      steady = faster ? 0 : steady + 1;
    }
  }
}
