package org.drover.wps.bench.figures;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.drover.wps.bench.load.Load;
import org.drover.wps.bench.load.Sample;
import org.drover.wps.bench.load.Target;
import org.drover.wps.bench.server.Cpu;

/**
 * Targets measured in turn, round after round, so that what else the machine does meets all of
 * them; medians of the rounds.
 */
final class Comparison {

  private final Map<String, List<Round>> rounds;

  private Comparison(Map<String, List<Round>> rounds) {
    this.rounds = rounds;
  }

  record Rounds(int number, int milliseconds) {}

  record Round(Sample sample, Cpu cpu) {}

  static Comparison of(List<Target> targets, int connections, Rounds rounds, long server)
      throws IOException {
    Map<String, List<Round>> results = new HashMap<>();
    Duration time = Duration.ofMillis(rounds.milliseconds());
    for (int i = 0; i < rounds.number(); i++) {
      for (Target target : targets) {
        Cpu before = Cpu.now(server);
        Sample sample = Load.run(target, connections, time);
        Round round = new Round(sample, Cpu.now(server).since(before));
        results.computeIfAbsent(target.name(), it -> new ArrayList<>()).add(round);
      }
    }
    return new Comparison(results);
  }

  double perSecond(Target target) {
    return median(target, it -> it.sample().perSecond());
  }

  double milliseconds(Target target, double share) {
    return median(target, it -> it.sample().milliseconds(share));
  }

  /** CPU time of the server for one request, in milliseconds. */
  double cpuMilliseconds(Target target) {
    return median(target, it -> 1000 * it.cpu().server() / it.sample().right());
  }

  /** Share of a core that others used. */
  double others() {
    return Median.of(
        rounds.values().stream().flatMap(List::stream).mapToDouble(it -> it.cpu().others()));
  }

  /** Median of the ratios of the rounds. */
  double ratio(Target target, Target reference) {
    List<Round> mine = rounds.get(target.name());
    List<Round> theirs = rounds.get(reference.name());
    double[] ratios = new double[mine.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = mine.get(i).sample().perSecond() / theirs.get(i).sample().perSecond();
    }
    return Median.of(ratios);
  }

  int wrong(Target target) {
    return rounds.get(target.name()).stream().mapToInt(it -> it.sample().wrong()).sum();
  }

  String firstWrong(Target target) {
    return rounds.get(target.name()).stream()
        .map(it -> it.sample().firstWrong())
        .filter(it -> !it.isEmpty())
        .findFirst()
        .orElse("");
  }

  private double median(Target target, ToDoubleFunction<Round> value) {
    return Median.of(rounds.get(target.name()).stream().mapToDouble(value));
  }
}
