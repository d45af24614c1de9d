package org.drover.wps.processes.raster;

/** Adds up the pixels of a zone, one by one. */
final class RunningSums {

  private long count;
  private CompensatedSum sum = CompensatedSum.ZERO;
  private CompensatedSum squares = CompensatedSum.ZERO;
  private double min = ZoneSums.EMPTY.min();
  private double max = ZoneSums.EMPTY.max();

  void add(double value) {
    count++;
    sum = sum.and(value);
    squares = squares.and(value * value);
    min = Math.min(min, value);
    max = Math.max(max, value);
  }

  ZoneSums sums() {
    return new ZoneSums(count, sum, squares, min, max);
  }
}
