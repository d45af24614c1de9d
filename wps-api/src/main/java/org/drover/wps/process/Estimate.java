package org.drover.wps.process;

import java.util.OptionalLong;

/**
 * What a run is likely to cost.
 *
 * @param seconds time from its beginning to its end on a usual machine, 0 or more; the server
 *     learns from finished runs how its own machine compares
 * @param bytes size of all outputs together; empty when not known
 */
public record Estimate(double seconds, OptionalLong bytes) {

  public Estimate {
    if (!(seconds >= 0) || Double.isInfinite(seconds)) {
      throw new IllegalArgumentException("a run does not take " + seconds + " seconds");
    }
    if (bytes.isPresent() && bytes.getAsLong() < 0) {
      throw new IllegalArgumentException("outputs are not " + bytes.getAsLong() + " bytes");
    }
  }

  /** A run of so many seconds whose outputs are of unknown size. */
  public static Estimate ofSeconds(double seconds) {
    return new Estimate(seconds, OptionalLong.empty());
  }

  /** The same, with the size of all outputs together. */
  public Estimate andBytes(long size) {
    return new Estimate(seconds, OptionalLong.of(size));
  }
}
