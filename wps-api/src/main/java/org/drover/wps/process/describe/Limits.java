package org.drover.wps.process.describe;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a job may take; empty for the server's settings.
 *
 * @param running time its work may run, over all attempts; what it waits or is paused does not
 *     count
 * @param waiting time it may wait in its queue before its work begins
 * @param memory bytes its work may use, and each of its parts, where that can be held to it: in
 *     every backend but {@code local}
 */
public record Limits(Optional<Duration> running, Optional<Duration> waiting, OptionalLong memory) {

  /** The server's settings hold. */
  public static final Limits NONE =
      new Limits(Optional.empty(), Optional.empty(), OptionalLong.empty());

  public Limits {
    running.ifPresent(Limits::requirePositive);
    waiting.ifPresent(Limits::requirePositive);
    if (memory.orElse(1) <= 0) {
      throw new IllegalArgumentException("a limit of memory must be more than " + memory);
    }
  }

  /** Limits of time alone. */
  public static Limits ofTime(Optional<Duration> running, Optional<Duration> waiting) {
    return new Limits(running, waiting, OptionalLong.empty());
  }

  private static void requirePositive(Duration limit) {
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException("a limit of time must be longer than " + limit);
    }
  }
}
