package org.drover.wps.execution.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.data.Input;
import org.drover.wps.data.InputDecoder;
import org.drover.wps.data.InputValue;
import org.drover.wps.data.codec.Shortened;
import org.drover.wps.data.fetch.Fetcher;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.IdPath;
import org.drover.wps.process.describe.InputDescription;
import org.drover.wps.process.describe.ProcessDescription;

/** Checks the inputs of a request against the description of the process (05-007r7 §10.2). */
@ApplicationScoped
public class InputCheck {

  private final Fetcher fetcher;
  private final Constraints constraints;

  @Inject
  public InputCheck(Fetcher fetcher, Constraints constraints) {
    this.fetcher = fetcher;
    this.constraints = constraints;
  }

  /** For the container's proxy. */
  protected InputCheck() {
    this(null, null);
  }

  /**
   * Checks all inputs and fills in defaults. References are not fetched.
   *
   * @return the inputs in the order received, with complex formats resolved, then the defaults
   * @throws WpsException at the first input that is refused; locator: the input
   */
  public List<Input> check(ProcessDescription process, List<Input> inputs) {
    List<Input> checked =
        check(new Level("Process '" + process.id() + "'", "", process.inputs()), inputs);
    constraints.check(process, known(process.inputs(), checked));
    return checked;
  }

  /**
   * What inputs are checked against: those of a process or of a group.
   *
   * @param owner the process or group, for a message
   * @param path of the group; empty for a process
   */
  private record Level(String owner, String path, List<InputDescription> described) {

    /** An input with its path for an identifier. */
    Optional<InputDescription> find(String id) {
      return described.stream()
          .filter(it -> it.id().equals(id))
          .findFirst()
          .map(it -> it.within(path));
    }
  }

  private List<Input> check(Level level, List<Input> inputs) {
    Map<String, Integer> counts = new HashMap<>();
    List<Input> checked = new ArrayList<>();
    for (Input input : inputs) {
      InputDescription description =
          level.find(input.id()).orElseThrow(() -> unknown(level, input.id()));
      requireRoom(description, counts.merge(input.id(), 1, Integer::sum));
      checked.add(input.with(checkValue(description, input.value())));
    }
    for (InputDescription description : level.described()) {
      int count = counts.getOrDefault(description.id(), 0);
      requireEnough(description.within(level.path()), count)
          .ifPresent(it -> checked.add(Input.of(description.id(), it)));
    }
    return List.copyOf(checked);
  }

  /** The values of those inputs that are literals and boxes only; others are not decoded yet. */
  private static Map<String, List<Object>> known(
      List<InputDescription> described, List<Input> inputs) {
    Map<String, List<Object>> known = new HashMap<>();
    for (InputDescription description : described) {
      List<Optional<Object>> values =
          inputs.stream()
              .filter(it -> it.id().equals(description.id()))
              .map(it -> known(description, it.value()))
              .toList();
      if (values.stream().allMatch(Optional::isPresent)) {
        known.put(description.id(), values.stream().map(Optional::get).toList());
      }
    }
    return known;
  }

  private static Optional<Object> known(InputDescription description, InputValue value) {
    return value instanceof InputValue.Nested nested
        ? description.members().map(it -> known(it, nested.inputs()))
        : InputDecoder.decodeSmall(description, value);
  }

  private static WpsException unknown(Level level, String id) {
    String inputs =
        String.join(", ", level.described().stream().map(InputDescription::id).toList());
    return new WpsException(
        Fault.NO_SUCH_INPUT,
        IdPath.join(level.path(), id),
        level.owner()
            + " has no input '"
            + Shortened.text(id)
            + "'. "
            + (inputs.isEmpty() ? "It has none." : "Its inputs are: " + inputs + "."));
  }

  private static void requireRoom(InputDescription input, int count) {
    if (count > input.maxOccurs()) {
      throw new WpsException(
          Fault.TOO_MANY_INPUTS,
          input.id(),
          "Input '" + input.id() + "' may be given " + times(input.maxOccurs()) + " at most.");
    }
  }

  /** The default of an input that is absent, if it has one. */
  private Optional<InputValue> requireEnough(InputDescription input, int count) {
    if (count < input.minOccurs()) {
      throw new WpsException(
          Fault.MISSING_INPUT,
          input.id(),
          "Input '"
              + input.id()
              + "' must be given "
              + times(input.minOccurs())
              + " at least; it is given "
              + times(count)
              + ".");
    }
    return count > 0
        ? Optional.empty()
        : defaultValue(input.data())
            .map(it -> new InputValue.Literal(it, Optional.empty(), Optional.empty()))
            .map(it -> checkValue(input, it));
  }

  private static String times(int count) {
    return switch (count) {
      case 0 -> "not once";
      case 1 -> "once";
      default -> count + " times";
    };
  }

  private static Optional<String> defaultValue(DataDescription data) {
    if (data instanceof DataDescription.Literal literal) {
      return literal.defaultValue();
    }
    return data instanceof DataDescription.Box box ? box.defaultValue() : Optional.empty();
  }

  private InputValue checkValue(InputDescription input, InputValue value) {
    if (input.members().isPresent()) {
      return checkGroup(input, input.members().get(), value);
    }
    if (value instanceof InputValue.Nested nested) {
      throw wronglyNested(input, nested);
    }
    if (value instanceof InputValue.Reference reference) {
      fetcher.check(input.id(), reference);
      new ValueCheck(input).checkFormat(reference);
      return reference;
    }
    return new ValueCheck(input).check(value);
  }

  private InputValue checkGroup(
      InputDescription group, List<InputDescription> members, InputValue value) {
    if (value instanceof InputValue.Nested nested) {
      Level inside = new Level("The group '" + group.id() + "'", group.id(), members);
      return new InputValue.Nested(check(inside, nested.inputs()));
    }
    throw new WpsException(
        Fault.INVALID_INPUT,
        group.id(),
        "Input '"
            + group.id()
            + "' is a group. Send these inputs inside it: "
            + String.join(", ", members.stream().map(InputDescription::id).toList())
            + ".");
  }

  private static WpsException wronglyNested(InputDescription input, InputValue.Nested value) {
    String first = value.inputs().stream().findFirst().map(Input::id).orElse("");
    return first.isEmpty()
        ? new WpsException(
            Fault.INVALID_INPUT, input.id(), "Input '" + input.id() + "' has no value.")
        : new WpsException(
            Fault.NO_SUCH_INPUT,
            IdPath.join(input.id(), first),
            "Input '" + input.id() + "' is no group: send its value, not inputs inside it.");
  }

  /**
   * Checks a value that came by reference, once it is fetched.
   *
   * @return the value with its format resolved
   * @throws WpsException if it is refused; locator: the input
   */
  public InputValue checkFetched(InputDescription input, InputValue value) {
    return new ValueCheck(input).check(value);
  }
}
