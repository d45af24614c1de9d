package org.drover.wps.processes.raster;

import java.math.BigDecimal;

/**
 * What the pixels of a zone add up to.
 *
 * @param count pixels with a value
 * @param min least value; the greatest number there is when there is none
 * @param max greatest value; the least number there is when there is none
 */
record ZoneSums(long count, CompensatedSum sum, CompensatedSum squares, double min, double max) {

  static final ZoneSums EMPTY =
      new ZoneSums(
          0, CompensatedSum.ZERO, CompensatedSum.ZERO, Double.MAX_VALUE, -Double.MAX_VALUE);

  ZoneSums and(ZoneSums other) {
    return new ZoneSums(
        count + other.count,
        sum.and(other.sum),
        squares.and(other.squares),
        Math.min(min, other.min),
        Math.max(max, other.max));
  }

  /** Mean of the values; there is at least one. */
  double mean() {
    return sum.value() / count;
  }

  /** Standard deviation of the values as a whole population; there is at least one. */
  double deviation() {
    BigDecimal n = BigDecimal.valueOf(count);
    BigDecimal scaled = n.multiply(squares.exact()).subtract(sum.exact().pow(2));
    return Math.sqrt(Math.max(0, scaled.doubleValue())) / count;
  }
}
