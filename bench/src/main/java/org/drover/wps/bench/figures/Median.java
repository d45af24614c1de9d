package org.drover.wps.bench.figures;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** The middle of some measurements. */
final class Median {

  private Median() {}

  static double of(DoubleStream values) {
    return of(values.toArray());
  }

  static double of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
