package org.drover.wps.execution;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How long to ask a refused client to wait. */
final class RetryTime {

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Duration UNKNOWN = Duration.ofSeconds(5);

  private RetryTime() {}

  /**
   * Whole seconds, from 1 to 60.
   *
   * @param untilRoom when there may be room again; empty when there is no saying
   */
  static Duration of(Optional<Duration> untilRoom) {
    Duration wait = untilRoom.orElse(UNKNOWN).plusMillis(999).truncatedTo(ChronoUnit.SECONDS);
    return wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
