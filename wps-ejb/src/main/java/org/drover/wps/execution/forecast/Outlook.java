package org.drover.wps.execution.forecast;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What can be expected of a job that has not ended, as far as can be told honestly.
 *
 * @param place how many jobs of its queue go before it; present while it waits
 * @param more whether there are more than that
 * @param start about when it begins; by the database's clock, as all times
 * @param end about when it ends
 */
public record Outlook(
    OptionalLong place, boolean more, Optional<Instant> start, Optional<Instant> end) {

  /** Nothing can be told. */
  public static final Outlook NONE =
      new Outlook(OptionalLong.empty(), false, Optional.empty(), Optional.empty());

  /** A job that runs. */
  static Outlook endingAt(Optional<Instant> end) {
    return new Outlook(OptionalLong.empty(), false, Optional.empty(), end);
  }
}
