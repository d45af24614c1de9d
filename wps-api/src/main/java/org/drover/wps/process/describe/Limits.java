package org.drover.wps.process.describe;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a job may take; empty for the server's settings.
 *
 * @param running time its work may run, over all attempts; what it waits or is paused does not
 *     count
 * @param waiting time it may wait in its queue before its work begins
 */
public record Limits(Optional<Duration> running, Optional<Duration> waiting) {

  /** The server's settings hold. */
  public static final Limits NONE = new Limits(Optional.empty(), Optional.empty());

  public Limits {
    running.ifPresent(Limits::requirePositive);
    waiting.ifPresent(Limits::requirePositive);
  }

  private static void requirePositive(Duration limit) {
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException("a limit of time must be longer than " + limit);
    }
  }
}
