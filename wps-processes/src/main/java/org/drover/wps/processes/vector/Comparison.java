package org.drover.wps.processes.vector;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.IntPredicate;

/** How a property of a feature is compared with a value sent as text. */
public enum Comparison {
  EQUAL(order -> order == 0),
  NOT_EQUAL(order -> order != 0),
  LESS(order -> order < 0),
  LESS_OR_EQUAL(order -> order <= 0),
  GREATER(order -> order > 0),
  GREATER_OR_EQUAL(order -> order >= 0),
  /** The text of the property has the value somewhere. */
  CONTAINS(order -> false),
  PRESENT(order -> false),
  ABSENT(order -> false);

  /** Longer digits than any number of a property has are text. */
  private static final int LONGEST_NUMBER = 400;

  private final IntPredicate order;

  Comparison(IntPredicate order) {
    this.order = order;
  }

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
      default -> order.test(compare(property.toString(), value));
    };
  }

  private static int compare(String property, String value) {
    Optional<BigDecimal> one = number(property);
    Optional<BigDecimal> other = number(value);
    return one.isPresent() && other.isPresent()
        ? one.get().compareTo(other.get())
        : property.compareTo(value);
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
