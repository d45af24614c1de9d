package org.drover.wps.process.plan;

import java.util.Objects;
import java.util.Optional;

/**
 * How far a part has come.
 *
 * @param position number of items done
 * @param state folded state after them; empty for a plan that writes features
 */
public record Checkpoint(long position, Optional<Record> state) {
  public Checkpoint {
    Objects.requireNonNull(state);
    if (position < 0) {
      throw new IllegalArgumentException("a position is not below 0");
    }
  }

  /** Where each part of a plan begins. */
  public static Checkpoint start(Plan<?> plan) {
    return new Checkpoint(
        0,
        plan.work() instanceof Plan.Folding<?> folding
            ? Optional.of(folding.zero().get())
            : Optional.empty());
  }

  Checkpoint next(Optional<Record> after) {
    return new Checkpoint(position + 1, after);
  }
}
