package org.drover.wps.bench.load;

import java.util.Arrays;

/** What one round gave. */
public final class Sample {

  private final long[] sortedNanos;
  private final double seconds;
  private final int wrong;
  private final String firstWrong;

  Sample(long[] sortedNanos, double seconds, int wrong, String firstWrong) {
    this.sortedNanos = sortedNanos;
    this.seconds = seconds;
    this.wrong = wrong;
    this.firstWrong = firstWrong;
  }

  static Sample of(long[] latencies, int count, double seconds, int wrong, String firstWrong) {
    long[] sorted = Arrays.copyOf(latencies, count);
    Arrays.sort(sorted);
    return new Sample(sorted, seconds, wrong, firstWrong);
  }

  /** How many right answers came. */
  public int right() {
    return sortedNanos.length;
  }

  /** How many answers were not what they should be. */
  public int wrong() {
    return wrong;
  }

  /** The first of these, or empty. */
  public String firstWrong() {
    return firstWrong;
  }

  /** Right answers a second. */
  public double perSecond() {
    return sortedNanos.length / seconds;
  }

  /** Milliseconds within which this share of the right answers came. */
  public double milliseconds(double share) {
    return sortedNanos.length == 0
        ? Double.NaN
        : sortedNanos[Math.min(right() - 1, (int) (share * right()))] / 1e6;
  }
}
