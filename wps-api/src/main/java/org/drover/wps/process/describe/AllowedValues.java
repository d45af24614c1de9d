package org.drover.wps.process.describe;

import java.util.List;
import java.util.Optional;

/** Which values of a literal are allowed (06-121r3 §10.8.3, ows:AllowedValues). */
public sealed interface AllowedValues {

  /** Any value of the data type. */
  record Any() implements AllowedValues {}

  /** One of these values or ranges, in lexical form. */
  record OneOf(List<String> values, List<Range> ranges) implements AllowedValues {
    public OneOf {
      values = List.copyOf(values);
      ranges = List.copyOf(ranges);
      if (values.isEmpty() && ranges.isEmpty()) {
        throw new IllegalArgumentException("nothing would be allowed");
      }
    }
  }

  /**
   * A range of an ordered type, bounds in lexical form.
   *
   * @param spacing distance between allowed values counted from the minimum
   * @param minOpen whether the minimum itself is not allowed
   * @param maxOpen whether the maximum itself is not allowed
   */
  record Range(
      Optional<String> minimum,
      Optional<String> maximum,
      Optional<String> spacing,
      boolean minOpen,
      boolean maxOpen) {

    /** The ows:rangeClosure: closed, open, open-closed or closed-open. */
    public String closure() {
      if (minOpen) {
        return maxOpen ? "open" : "open-closed";
      }
      return maxOpen ? "closed-open" : "closed";
    }
  }
}
