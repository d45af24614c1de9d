package org.drover.wps.process.describe;

import java.util.Objects;

/**
 * One input of a process.
 *
 * @param id unique among the inputs
 * @param minOccurs how often it must be given, 0 or more
 * @param maxOccurs how often it may be given, 1 or more
 * @param valueType Java type the process gets each occurrence as
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
}
