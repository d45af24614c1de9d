package org.drover.wps.bench.figures;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.drover.wps.bench.load.Load;
import org.drover.wps.bench.load.Sample;
import org.drover.wps.bench.load.Target;
import org.drover.wps.bench.server.Cpu;

/**
 * Targets measured in turn, round after round, so that what else the machine does meets all of
 * them; medians of the rounds. A round in which a virtual machine did not get the processor it
 * wanted is made again, as often as there are rounds.
 */
final class Comparison {

  /** Share of a core whose loss spoils a round. */
  private static final double SPOILS = 0.1;

  private final Map<String, List<Round>> rounds = new HashMap<>();

  record Rounds(int number, int milliseconds) {}

  record Round(Sample sample, Cpu cpu) {}

  static Comparison of(List<Target> targets, int connections, Rounds rounds, long server)
      throws IOException {
    Duration time = Duration.ofMillis(rounds.milliseconds());
    Comparison comparison = new Comparison();
    int again = rounds.number();
    for (int i = 0; i < rounds.number(); i++) {
      List<Round> made = round(targets, connections, time, server);
      while (again > 0 && made.stream().anyMatch(it -> it.cpu().withheld() > SPOILS)) {
        again--;
        made = round(targets, connections, time, server);
      }
      comparison.add(targets, made);
    }
    return comparison;
  }

  private static List<Round> round(
      List<Target> targets, int connections, Duration time, long server) throws IOException {
    List<Round> made = new ArrayList<>();
    for (Target target : targets) {
      Cpu before = Cpu.now(server);
      Sample sample = Load.run(target, connections, time);
      made.add(new Round(sample, Cpu.now(server).since(before)));
    }
    return made;
  }

  private void add(List<Target> targets, List<Round> made) {
    for (int i = 0; i < made.size(); i++) {
      rounds.computeIfAbsent(targets.get(i).name(), it -> new ArrayList<>()).add(made.get(i));
    }
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
    return Median.of(cpus().mapToDouble(Cpu::others));
  }

  /** Share of a core that this machine wanted and did not get. */
  double withheld() {
    return Median.of(cpus().mapToDouble(Cpu::withheld));
  }

  private Stream<Cpu> cpus() {
    return rounds.values().stream().flatMap(List::stream).map(Round::cpu);
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
