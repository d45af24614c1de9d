package org.drover.wps.bench.load;

import java.util.Arrays;

/**
 * What one round gave.
 *
 * @param nanos sorted latencies of the right answers
 * @param wrong answers that were not what they should be
 * @param firstWrong the first of these, or empty
 */
public record Sample(long[] nanos, double seconds, int wrong, String firstWrong) {

  static Sample of(long[] latencies, int count, double seconds, int wrong, String firstWrong) {
    long[] sorted = Arrays.copyOf(latencies, count);
    Arrays.sort(sorted);
    return new Sample(sorted, seconds, wrong, firstWrong);
  }

  /** Right answers a second. */
  public double perSecond() {
    return nanos.length / seconds;
  }

  /** Milliseconds within which this share of the answers came. */
  public double milliseconds(double share) {
    return nanos.length == 0
        ? Double.NaN
        : nanos[(int) Math.min(nanos.length - 1L, (long) (share * nanos.length))] / 1e6;
  }
}
