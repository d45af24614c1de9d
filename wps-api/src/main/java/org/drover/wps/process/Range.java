package org.drover.wps.process;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Range of a number, where Bean Validation has no word for it: open ends and spacing. The same as
 * {@code ows:Range}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Range {

  /** Lowest value, in lexical form; empty for none. */
  String min() default "";

  /** Highest value, in lexical form; empty for none. */
  String max() default "";

  /** Distance between allowed values counted from {@link #min()}; empty for none. */
  String spacing() default "";

  boolean minOpen() default false;

  boolean maxOpen() default false;
}
