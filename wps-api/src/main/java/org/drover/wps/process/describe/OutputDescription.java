package org.drover.wps.process.describe;

import java.util.Objects;

/**
 * One output of a process.
 *
 * @param id unique among the outputs
 * @param valueType Java type the process gives it as
 */
public record OutputDescription(String id, Texts texts, DataDescription data, Class<?> valueType) {
  public OutputDescription {
    Objects.requireNonNull(texts);
    Objects.requireNonNull(data);
    Objects.requireNonNull(valueType);
  }
}
