package org.drover.wps.execution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
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

  private ResultKey() {}

  private record Subject(
      String process, String version, List<Part> inputs, List<OutputRequest> outputs) {}

  private record Part(String input, InputValue value, String entityTag) {}

  /**
   * The key of a checked request; empty when its result cannot be given again.
   *
   * @param entityTags of references, by the index of the input
   */
  static Optional<String> of(
      ProcessDescription process,
      ExecuteRequest request,
      IntFunction<Optional<String>> entityTags) {
    if (!process.deterministic()) {
      return Optional.empty();
    }
    List<Part> inputs = new ArrayList<>();
    for (int i = 0; i < request.inputs().size(); i++) {
      Optional<Part> part = part(request.inputs().get(i), i, entityTags);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      inputs.add(part.get());
    }
    inputs.sort(Comparator.comparing(Part::input)); // stable: several of one input keep their order
    return Optional.of(
        CanonicalDigest.of(new Subject(process.id(), process.version(), inputs, outputs(request))));
  }

  private static Optional<Part> part(
      Input input, int index, IntFunction<Optional<String>> entityTags) {
    if (input.value() instanceof InputValue.Reference reference) {
      return reference.post() || reference.bodyHref().isPresent()
          ? Optional.empty()
          : entityTags.apply(index).map(it -> new Part(input.id(), reference, it));
    }
    return Optional.of(new Part(input.id(), input.value(), ""));
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
