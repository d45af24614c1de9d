package org.drover.wps.process.describe;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.process.InvalidInputException;

/** Turns values by identifier into a record of inputs, and a record of outputs into values. */
public final class RecordBinding {

  private RecordBinding() {}

  /**
   * Makes the record of inputs.
   *
   * @param values by identifier, the values of each occurrence; defaults are already filled in. The
   *     value of a group is such a map itself
   * @throws InvalidInputException if the record refuses a value, or one it needs is absent
   */
  public static <I extends Record> I bind(Class<I> type, Map<String, List<Object>> values) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] arguments = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      arguments[i] =
          argument(components[i], values.getOrDefault(components[i].getName(), List.of()));
    }
    try {
      Constructor<I> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new IllegalStateException(type + " cannot be made", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be made", e);
    }
  }

  /**
   * The value of one component of a record of inputs.
   *
   * @param values those of each occurrence
   * @throws InvalidInputException if the component needs a value and there is none
   */
  public static Object argument(RecordComponent component, List<Object> values) {
    Class<?> type = component.getType();
    if (type == List.class) {
      return values.stream().map(it -> element(component, elementType(component), it)).toList();
    }
    if (type == Optional.class) {
      return values.stream().findFirst().map(it -> element(component, elementType(component), it));
    }
    return values.stream()
        .findFirst()
        .map(it -> element(component, type, it))
        .orElseThrow(() -> new InvalidInputException(component.getName(), "The input is missing."));
  }

  private static Class<?> elementType(RecordComponent component) {
    return component.getGenericType() instanceof ParameterizedType type
            && type.getActualTypeArguments()[0] instanceof Class<?> element
        ? element
        : Object.class;
  }

  private static Object element(RecordComponent component, Class<?> type, Object value) {
    if (RecordReader.isGroup(type) && value instanceof Map<?, ?> members) {
      return group(component.getName(), type.asSubclass(Record.class), members);
    }
    return type.isEnum() && value instanceof String name ? constant(type, name) : value;
  }

  @SuppressWarnings("unchecked") // as bind says of the values of groups
  private static Record group(String id, Class<? extends Record> type, Map<?, ?> members) {
    try {
      return bind(type, (Map<String, List<Object>>) members);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(IdPath.join(id, e.input()), e.getMessage(), e);
    }
  }

  private static Object constant(Class<?> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(it -> ((Enum<?>) it).name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(name + " is not a constant of " + type.getName()));
  }

  /**
   * The values of a record of outputs by identifier; an empty Optional is left out. The value of a
   * group is such a map itself.
   */
  public static Map<String, Object> unbind(Record outputs) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (RecordComponent component : outputs.getClass().getRecordComponents()) {
      Object value = read(component, outputs);
      if (value instanceof Optional<?> optional) {
        optional.ifPresent(it -> values.put(component.getName(), unbound(component, it)));
      } else if (value != null) {
        values.put(component.getName(), unbound(component, value));
      }
    }
    return values;
  }

  /** Only the declared type tells a group: a process may implement data types with records. */
  private static Object unbound(RecordComponent component, Object value) {
    Class<?> type =
        component.getType() == Optional.class ? elementType(component) : component.getType();
    return RecordReader.isGroup(type) ? unbind((Record) value) : value;
  }

  private static Object read(RecordComponent component, Record from) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(from);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }
}
