package org.drover.wps.execution.request;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.drover.wps.data.CanonicalDigest;
import org.drover.wps.data.Input;
import org.drover.wps.data.InputValue;
import org.drover.wps.data.OutputRequest;
import org.drover.wps.process.describe.ProcessDescription;

/**
 * What the outputs of a deterministic process depend on, in one digest: process and version, the
 * content of all inputs, the outputs asked for and their formats. A reference counts by its
 * address, its headers and the strong entity tag of what was read there.
 */
final class ResultKey {

  private record Subject(
      String process, String version, List<Part> inputs, List<OutputRequest> outputs) {}

  /** One input, or a group of them. */
  private sealed interface Part {
    String input();
  }

  private record Leaf(String input, InputValue value, String entityTag) implements Part {}

  private record Group(String input, List<Part> members) implements Part {}

  /** Tells which version of a reference is meant; empty when there is no saying. */
  @FunctionalInterface
  interface EntityTags {

    /**
     * @param leaf number of the input, see {@link org.drover.wps.data.InputTree}
     */
    Optional<String> find(int leaf, InputValue.Reference reference);
  }

  private final EntityTags entityTags;
  private int leaf;
  private boolean known = true;

  private ResultKey(EntityTags entityTags) {
    this.entityTags = entityTags;
  }

  /** The key of a checked request; empty when its result cannot be given again. */
  static Optional<String> of(
      ProcessDescription process, ExecuteRequest request, EntityTags entityTags) {
    if (!process.deterministic()) {
      return Optional.empty();
    }
    ResultKey key = new ResultKey(entityTags);
    List<Part> inputs = key.parts(request.inputs());
    return key.known
        ? Optional.of(
            CanonicalDigest.of(
                new Subject(process.id(), process.version(), inputs, outputs(request))))
        : Optional.empty();
  }

  /** Sorted by identifier; several of one input keep their order. */
  private List<Part> parts(List<Input> inputs) {
    List<Part> parts = new ArrayList<>();
    for (Input input : inputs) {
      parts.add(part(input));
    }
    parts.sort(Comparator.comparing(Part::input));
    return parts;
  }

  private Part part(Input input) {
    if (input.value() instanceof InputValue.Nested nested) {
      return new Group(input.id(), parts(nested.inputs()));
    }
    int no = leaf++;
    return input.value() instanceof InputValue.Reference reference
        ? new Leaf(input.id(), reference, entityTag(no, reference))
        : new Leaf(input.id(), input.value(), "");
  }

  private String entityTag(int no, InputValue.Reference reference) {
    Optional<String> tag =
        known && !reference.post() && reference.bodyHref().isEmpty()
            ? entityTags.find(no, reference)
            : Optional.empty();
    known &= tag.isPresent();
    return tag.orElse("");
  }

  private static List<OutputRequest> outputs(ExecuteRequest request) {
    return request.outputs().stream().map(ResultKey::plain).toList();
  }

  /** What of a wish for an output has to do with its value. */
  static OutputRequest plain(OutputRequest wanted) {
    return new OutputRequest(
        wanted.id(), wanted.format(), wanted.unit(), false, Optional.empty(), Optional.empty());
  }
}
