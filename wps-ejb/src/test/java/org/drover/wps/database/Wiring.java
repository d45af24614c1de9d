package org.drover.wps.database;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceContext;
import java.lang.reflect.Field;
import java.util.Arrays;

/** Does the container's injection for a test. */
public final class Wiring {

  private Wiring() {}

  /**
   * Fills the injected fields of an object by type.
   *
   * @param parts must hold one for each field
   */
  public static <T> T wire(T target, Object... parts) {
    for (Field field : target.getClass().getDeclaredFields()) {
      if (field.isAnnotationPresent(Inject.class)
          || field.isAnnotationPresent(PersistenceContext.class)
          || field.isAnnotationPresent(Resource.class)) {
        fill(target, field, parts);
      }
    }
    return target;
  }

  private static void fill(Object target, Field field, Object... parts) {
    Object part =
        Arrays.stream(parts)
            .filter(field.getType()::isInstance)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("nothing for " + field));
    try {
      field.setAccessible(true);
      field.set(target, part);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
