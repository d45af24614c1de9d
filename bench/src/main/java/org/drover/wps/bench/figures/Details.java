package org.drover.wps.bench.figures;

import java.util.Locale;
import org.drover.wps.bench.load.Target;

/** What stands below a figure: times, CPU, wrong answers. */
final class Details {

  private static final int SHOWN = 300;

  private Details() {}

  static String of(Comparison rounds, Target target) {
    String wrong =
        rounds.wrong(target) == 0
            ? ""
            : ", WRONG ANSWERS "
                + rounds.wrong(target)
                + ", the first: "
                + shortened(rounds.firstWrong(target));
    return String.format(
        Locale.ROOT,
        "  %-20s p50 %.2f ms, p99 %.2f ms, server CPU %.3f ms a request%s",
        target.name(),
        rounds.milliseconds(target, 0.5),
        rounds.milliseconds(target, 0.99),
        rounds.cpuMilliseconds(target),
        wrong);
  }

  /** How calm the machine was. */
  static String machine(Comparison rounds) {
    return String.format(
        Locale.ROOT,
        "  others used %.0f %% of a core, %.0f %% was withheld by the host",
        100 * rounds.others(),
        100 * rounds.withheld());
  }

  static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN);
  }
}
