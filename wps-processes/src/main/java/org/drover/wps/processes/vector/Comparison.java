package org.drover.wps.processes.vector;

import java.math.BigDecimal;
import java.util.Optional;

/** How a property of a feature is compared with a value sent as text. */
public enum Comparison {
  EQUAL,
  NOT_EQUAL,
  LESS,
  LESS_OR_EQUAL,
  GREATER,
  GREATER_OR_EQUAL,
  /** The text of the property has the value somewhere. */
  CONTAINS,
  PRESENT,
  ABSENT;

  /** Longer digits than any number of a property has are text. */
  private static final int LONGEST_NUMBER = 400;

  boolean needsValue() {
    return this != PRESENT && this != ABSENT;
  }

  /**
   * Whether a property compares so.
   *
   * @param property null when the feature has none
   */
  boolean holds(Object property, String value) {
    if (property == null) {
      return this == ABSENT || this == NOT_EQUAL;
    }
    return switch (this) {
      case PRESENT -> true;
      case ABSENT -> false;
      case CONTAINS -> property.toString().contains(value);
      case EQUAL -> compare(property, value) == 0;
      case NOT_EQUAL -> compare(property, value) != 0;
      case LESS -> compare(property, value) < 0;
      case LESS_OR_EQUAL -> compare(property, value) <= 0;
      case GREATER -> compare(property, value) > 0;
      case GREATER_OR_EQUAL -> compare(property, value) >= 0;
    };
  }

  private static int compare(Object property, String value) {
    String text = property.toString();
    Optional<BigDecimal> one = number(text);
    Optional<BigDecimal> other = number(value);
    return one.isPresent() && other.isPresent()
        ? one.get().compareTo(other.get())
        : text.compareTo(value);
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return text.length() > LONGEST_NUMBER
          ? Optional.empty()
          : Optional.of(new BigDecimal(text.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty(); // then it is compared as text
    }
  }
}
