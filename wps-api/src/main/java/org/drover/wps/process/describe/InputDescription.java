package org.drover.wps.process.describe;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One input of a process.
 *
 * @param id unique among the inputs of its process or group
 * @param minOccurs how often it must be given, 0 or more
 * @param maxOccurs how often it may be given, 1 or more
 * @param valueType Java type the process gets each occurrence as: of a group its record, or {@code
 *     Map} for values by identifier
 */
public record InputDescription(
    String id,
    Texts texts,
    int minOccurs,
    int maxOccurs,
    DataDescription data,
    Class<?> valueType) {
  public InputDescription {
    Objects.requireNonNull(texts);
    Objects.requireNonNull(data);
    Objects.requireNonNull(valueType);
    if (minOccurs < 0 || maxOccurs < 1 || maxOccurs < minOccurs) {
      throw new IllegalArgumentException(
          "input " + id + ": impossible occurrence " + minOccurs + ".." + maxOccurs);
    }
  }

  /**
   * The same input named by its path from outside, such as {@code style/width}.
   *
   * @param outer path of the group it is in; empty when it is in none
   */
  public InputDescription within(String outer) {
    return outer.isEmpty()
        ? this
        : new InputDescription(
            IdPath.join(outer, id), texts, minOccurs, maxOccurs, data, valueType);
  }

  /** The members, when this is a group. */
  public Optional<List<InputDescription>> members() {
    return data instanceof DataDescription.InputGroup group
        ? Optional.of(group.inputs())
        : Optional.empty();
  }
}
