package org.drover.wps.web.ogcapi.execute;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.drover.wps.data.Input;
import org.drover.wps.data.InputValue;
import org.drover.wps.execution.request.Intake;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.InputDescription;
import org.drover.wps.web.ogcapi.document.ProblemException;
import org.drover.wps.web.ows.InputLimits;

/** Reads the inputs of a process (18-062r2 §7.9.2). */
final class InputsReader {

  private final RequestJson json;
  private final InputLimits limits;
  private final ValueReader values;

  InputsReader(RequestJson json, Intake intake, InputLimits limits) {
    this.json = json;
    this.limits = limits;
    this.values = new ValueReader(json, new ValueStore(intake, limits));
  }

  /**
   * Reads the members of the object it stands on, each an input.
   *
   * @param described those there are; others are left to the check of inputs
   * @param outer path of the group they are in; empty for those of the process
   */
  List<Input> read(List<InputDescription> described, String outer) throws IOException {
    List<Input> inputs = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    while (json.next() == JsonToken.FIELD_NAME) {
      String id = json.name();
      if (!seen.add(id)) {
        throw ProblemException.unreadable(
            "Input '" + id + "' is there twice. Send several values as one array.");
      }
      json.next();
      Optional<InputDescription> input =
          described.stream().filter(it -> it.id().equals(id)).findFirst();
      if (input.isPresent()) {
        read(input.get(), outer, inputs);
      } else if (!outer.isEmpty() && id.equals("value") && isObject()) {
        inputs.addAll(read(described, outer)); // a group as a qualified value
      } else {
        json.skip();
        add(inputs, id, new InputValue.Literal("", Optional.empty(), Optional.empty()));
      }
    }
    return inputs;
  }

  /** An array is several occurrences, unless it is the one value of an input that may be one. */
  private void read(InputDescription input, String outer, List<Input> inputs) throws IOException {
    InputDescription named = input.within(outer);
    if (json.token() != JsonToken.START_ARRAY || mayBeArray(input)) {
      add(inputs, input.id(), value(named));
      return;
    }
    while (json.next() != JsonToken.END_ARRAY) {
      add(inputs, input.id(), value(named));
    }
  }

  private InputValue value(InputDescription input) throws IOException {
    if (input.members().isEmpty()) {
      return values.read(input);
    }
    if (!isObject()) {
      throw ValueReader.refused(input, "This is a group. Send an object with its members.");
    }
    return new InputValue.Nested(read(input.members().get(), input.id()));
  }

  private boolean isObject() {
    return json.token() == JsonToken.START_OBJECT;
  }

  private static boolean mayBeArray(InputDescription input) {
    return input.maxOccurs() == 1
        && input.data() instanceof DataDescription.Complex complex
        && complex.formats().stream()
            .anyMatch(
                it -> ValueStore.isJson(it) && !it.baseType().equals(Format.GEOJSON.baseType()));
  }

  private void add(List<Input> inputs, String id, InputValue value) {
    limits.countInput(id);
    inputs.add(Input.of(id, value));
  }
}
