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
   * @param values by identifier, the values of each occurrence; defaults are already filled in
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
      return values.stream().map(it -> element(elementType(component), it)).toList();
    }
    if (type == Optional.class) {
      return values.stream().findFirst().map(it -> element(elementType(component), it));
    }
    return values.stream()
        .findFirst()
        .map(it -> element(type, it))
        .orElseThrow(() -> new InvalidInputException(component.getName(), "The input is missing."));
  }

  private static Class<?> elementType(RecordComponent component) {
    return component.getGenericType() instanceof ParameterizedType type
            && type.getActualTypeArguments()[0] instanceof Class<?> element
        ? element
        : Object.class;
  }

  private static Object element(Class<?> type, Object value) {
    return type.isEnum() && value instanceof String name ? constant(type, name) : value;
  }

  private static Object constant(Class<?> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(it -> ((Enum<?>) it).name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(name + " is not a constant of " + type.getName()));
  }

  /** The values of a record of outputs by identifier; an empty Optional is left out. */
  public static Map<String, Object> unbind(Record outputs) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (RecordComponent component : outputs.getClass().getRecordComponents()) {
      Object value = read(component, outputs);
      if (value instanceof Optional<?> optional) {
        optional.ifPresent(it -> values.put(component.getName(), it));
      } else if (value != null) {
        values.put(component.getName(), value);
      }
    }
    return values;
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
