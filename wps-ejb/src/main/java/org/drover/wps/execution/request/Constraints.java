package org.drover.wps.execution.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import jakarta.validation.metadata.BeanDescriptor;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.process.describe.IdPath;
import org.drover.wps.process.describe.InputDescription;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.process.describe.RecordBinding;

/**
 * Checks inputs against the Bean Validation constraints on the record of their process, such as
 * {@code @Size} or {@code @Pattern}, which a description in the terms of OWS cannot tell. Those on
 * the record of a group hold without {@code @Valid}, as they are published.
 */
@ApplicationScoped
public class Constraints {

  private final Validator validator;

  /** Components with constraints, which few records have: nothing else is looked at. */
  private final ClassValue<List<RecordComponent>> constrained =
      new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
          BeanDescriptor constraints = validator.getConstraintsForClass(type);
          return Stream.of(type.getRecordComponents())
              .filter(it -> constraints.getConstraintsForProperty(it.getName()) != null)
              .toList();
        }
      };

  @Inject
  public Constraints(Validator validator) {
    this.validator = validator;
  }

  /** For the container's proxy. */
  protected Constraints() {
    this(null);
  }

  /**
   * Checks inputs whose values are known.
   *
   * @param values decoded, by identifier; an input that is not among them is not checked
   * @throws WpsException INVALID_INPUT at the first input that is refused; locator: the input
   */
  void check(ProcessDescription process, Map<String, List<Object>> values) {
    process.inputType().ifPresent(type -> check(new Level(type, "", process.inputs()), values));
  }

  /**
   * Inputs of a process or group.
   *
   * @param type the record with the constraints
   * @param path of the group; empty for a process
   */
  private record Level(Class<? extends Record> type, String path, List<InputDescription> inputs) {

    Level within(InputDescription group) {
      return new Level(
          group.valueType().asSubclass(Record.class),
          IdPath.join(path, group.id()),
          group.members().orElseThrow());
    }
  }

  private void check(Level level, Map<String, List<Object>> values) {
    for (RecordComponent component : constrained.get(level.type())) {
      List<Object> given = values.get(component.getName());
      if (given != null && !isGroup(level, component.getName())) {
        check(level, component, given);
      }
    }
    for (InputDescription input : level.inputs()) {
      if (isGroup(input)) {
        Level group = level.within(input);
        values.getOrDefault(input.id(), List.of()).forEach(it -> check(group, members(it)));
      }
    }
  }

  private void check(Level level, RecordComponent component, List<Object> given) {
    Object value = RecordBinding.argument(component, given);
    requireNone(
        IdPath.join(level.path(), component.getName()),
        Set.copyOf(validator.validateValue(level.type(), component.getName(), value)));
  }

  private static boolean isGroup(Level level, String id) {
    return level.inputs().stream().anyMatch(it -> it.id().equals(id) && isGroup(it));
  }

  private static boolean isGroup(InputDescription input) {
    return input.members().isPresent() && Record.class.isAssignableFrom(input.valueType());
  }

  @SuppressWarnings("unchecked") // as InputTree makes the values of groups
  private static Map<String, List<Object>> members(Object group) {
    return (Map<String, List<Object>>) group;
  }

  private static void requireNone(String input, Set<ConstraintViolation<?>> violations) {
    if (!violations.isEmpty()) {
      String reasons =
          violations.stream().map(Constraints::reason).sorted().collect(Collectors.joining("; "));
      throw new WpsException(
          Fault.INVALID_INPUT, input, "Input '" + input + "': the value " + reasons + ".");
    }
  }

  /** The message of the constraint, which says what must be. */
  private static String reason(ConstraintViolation<?> violation) {
    Integer index = null;
    for (Path.Node node : violation.getPropertyPath()) {
      index = node.getIndex() == null ? index : node.getIndex();
    }
    String which = index == null ? "" : "(occurrence " + (index + 1) + ") ";
    return which + violation.getMessage();
  }
}
