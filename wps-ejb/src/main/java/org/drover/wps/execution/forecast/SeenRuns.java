package org.drover.wps.execution.forecast;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.drover.wps.queue.QueueLine;
import org.drover.wps.queue.RunTime;

/**
 * How long the last runs of a process took, in seconds.
 *
 * @param runs how many were looked at
 * @param median half of them took no longer; 0 without runs
 * @param low a tenth of them took no longer
 * @param high nine tenths of them took no longer
 * @param slowness how many times as long as estimated they took, by median; empty when too few of
 *     them were estimated
 */
public record SeenRuns(int runs, double median, double low, double high, OptionalDouble slowness) {

  /** As many runs as it takes to learn from them. */
  private static final int ENOUGH = 3;

  static SeenRuns of(List<RunTime> runs) {
    double[] seconds = runs.stream().mapToDouble(RunTime::seconds).sorted().toArray();
    double[] ratios =
        runs.stream()
            .filter(it -> it.estimate().orElse(0) > 0)
            .mapToDouble(it -> it.seconds() / it.estimate().getAsDouble())
            .sorted()
            .toArray();
    return new SeenRuns(
        runs.size(),
        quantile(seconds, 0.5),
        quantile(seconds, 0.1),
        quantile(seconds, 0.9),
        ratios.length < ENOUGH ? OptionalDouble.empty() : OptionalDouble.of(quantile(ratios, 0.5)));
  }

  private static double quantile(double[] sorted, double share) {
    return DoubleStream.of(sorted).skip((long) (share * (sorted.length - 1))).findFirst().orElse(0);
  }

  /**
   * How many seconds a run will take: as estimated, corrected by how earlier estimates turned out;
   * without an estimate as long as earlier runs; empty without either.
   */
  OptionalDouble expected(QueueLine.Load load) {
    if (load.estimate().isPresent()) {
      return OptionalDouble.of(load.estimate().getAsDouble() * slowness.orElse(1));
    }
    return runs == 0 ? OptionalDouble.empty() : OptionalDouble.of(median);
  }
}
