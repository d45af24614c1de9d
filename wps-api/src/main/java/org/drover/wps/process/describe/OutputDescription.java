package org.drover.wps.process.describe;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One output of a process.
 *
 * @param id unique among the outputs of its process or group
 * @param valueType Java type the process gives it as: of a group its record, or {@code Map} for
 *     values by identifier
 */
public record OutputDescription(String id, Texts texts, DataDescription data, Class<?> valueType) {
  public OutputDescription {
    Objects.requireNonNull(texts);
    Objects.requireNonNull(data);
    Objects.requireNonNull(valueType);
  }

  /**
   * The same output named by its path from outside, such as {@code zone/area}.
   *
   * @param outer path of the group it is in; empty when it is in none
   */
  public OutputDescription within(String outer) {
    return outer.isEmpty()
        ? this
        : new OutputDescription(IdPath.join(outer, id), texts, data, valueType);
  }

  /** The members, when this is a group. */
  public Optional<List<OutputDescription>> members() {
    return data instanceof DataDescription.OutputGroup group
        ? Optional.of(group.outputs())
        : Optional.empty();
  }

  /** This output, or those a group comes down to; the latter named by their paths from here. */
  public Stream<OutputDescription> leaves() {
    return members()
        .map(all -> all.stream().map(it -> it.within(id)).flatMap(OutputDescription::leaves))
        .orElseGet(() -> Stream.of(this));
  }
}
