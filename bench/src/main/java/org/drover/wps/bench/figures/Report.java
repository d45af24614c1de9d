package org.drover.wps.bench.figures;

import java.io.PrintStream;
import java.util.Locale;

/** Prints each figure when it is known: absolute, what it is compared with, and the ratio. */
public final class Report {

  private final PrintStream out;
  private int missed;

  public Report(PrintStream out) {
    this.out = out;
  }

  /** Begins a group of figures. */
  void group(String title) {
    out.printf("%n%s%n", title);
  }

  /** Says something in words. */
  public void note(String text) {
    out.println("  " + text);
  }

  /** A figure with nothing to reach. */
  void figure(String name, double value, String unit) {
    out.printf(Locale.ROOT, "  %-44s %10s %s%n", name, number(value), unit);
  }

  /** A figure that has to be at least so many times the reference. */
  void ratio(String name, double value, String unit, Reference reference) {
    boolean reached = reference.ratio() >= reference.target();
    missed += reached ? 0 : 1;
    out.printf(
        Locale.ROOT,
        "  %-44s %10s %-7s %s %s, ratio %.2f, target %s%s%n",
        name,
        number(value),
        unit,
        reference.name(),
        number(reference.value()),
        reference.ratio(),
        number(reference.target()),
        mark(reached));
  }

  /** A figure that has a limit. */
  void limit(String name, double value, String unit, Limit limit) {
    boolean reached = limit.isKept(value);
    missed += reached ? 0 : 1;
    out.printf(
        Locale.ROOT,
        "  %-44s %10s %-7s target %s %s%s%n",
        name,
        number(value),
        unit,
        limit.atMost() ? "at most" : "at least",
        number(limit.value()),
        mark(reached));
  }

  private static String mark(boolean reached) {
    return reached ? "" : "  MISSED";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.0f" : "%.2f", value);
  }

  /** A group that could not be measured; counts as a missed target. */
  void failed(String group, Exception reason) {
    missed++;
    note("NOT MEASURED: " + group + ": " + reason);
  }

  /** Sums up. */
  void end() {
    out.println();
    note(missed == 0 ? "All targets reached." : missed + " targets missed.");
  }

  /**
   * What a figure is compared with.
   *
   * @param ratio median of the ratios of the rounds
   */
  record Reference(String name, double value, double ratio, double target) {}

  /** What a figure must not go beyond. */
  record Limit(double value, boolean atMost) {
    static Limit atMost(double value) {
      return new Limit(value, true);
    }

    static Limit atLeast(double value) {
      return new Limit(value, false);
    }

    boolean isKept(double measured) {
      return atMost ? measured <= value : measured >= value;
    }
  }
}
