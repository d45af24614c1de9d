package org.drover.wps.job;

import java.util.Optional;
import java.util.UUID;

/** Identifier of a job: 122 random bits, so that it cannot be guessed. */
public record JobId(UUID value) {

  /** A fresh identifier. {@link UUID#randomUUID} draws from a secure source. */
  public static JobId create() {
    return new JobId(UUID.randomUUID());
  }

  /** Reads an identifier as written by {@link #toString}; empty when it cannot be one. */
  public static Optional<JobId> parse(String text) {
    if (text == null || text.length() != 36) {
      return Optional.empty();
    }
    try {
      UUID value = UUID.fromString(text);
      return value.toString().equals(text) ? Optional.of(new JobId(value)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
