package org.drover.wps.processes.raster;

import java.math.BigDecimal;

/**
 * A sum carried with twice the digits of a double (T. J. Dekker, 1971), so that the order in which
 * values of a raster are added does not show in the result.
 *
 * @param high the sum, rounded
 * @param low what rounding took away
 */
record CompensatedSum(double high, double low) {

  static final CompensatedSum ZERO = new CompensatedSum(0, 0);

  CompensatedSum and(double value) {
    double sum = high + value;
    double part = sum - high;
    double lost = (high - (sum - part)) + (value - part);
    return renormalised(sum, low + lost);
  }

  CompensatedSum and(CompensatedSum other) {
    return and(other.high).and(other.low);
  }

  private static CompensatedSum renormalised(double sum, double rest) {
    double high = sum + rest;
    return new CompensatedSum(high, rest - (high - sum));
  }

  double value() {
    return high;
  }

  BigDecimal exact() {
    return new BigDecimal(high).add(new BigDecimal(low));
  }
}
