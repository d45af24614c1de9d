package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.process.describe.RecordBinding;

/**
 * Checks inputs against the Bean Validation constraints on the record of their process, such as
 * {@code @Size} or {@code @Pattern}, which a description in the terms of OWS cannot tell.
 */
@ApplicationScoped
public class Constraints {

  private final Validator validator;

  @Inject
  public Constraints(Validator validator) {
    this.validator = validator;
  }

  /** For the container's proxy. */
  protected Constraints() {
    this(null);
  }

  /**
   * Checks the inputs whose values are known.
   *
   * @param values decoded, by identifier; an input that is not among them is not checked
   * @throws WpsException INVALID_INPUT at the first input that is refused; locator: the input
   */
  void check(ProcessDescription process, Map<String, List<Object>> values) {
    process.inputType().ifPresent(type -> check(type, values));
  }

  private void check(Class<? extends Record> type, Map<String, List<Object>> values) {
    for (RecordComponent component : type.getRecordComponents()) {
      String input = component.getName();
      if (values.containsKey(input)) {
        Object value = RecordBinding.argument(component, values.get(input));
        requireNone(input, Set.copyOf(validator.validateValue(type, input, value)));
      }
    }
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
