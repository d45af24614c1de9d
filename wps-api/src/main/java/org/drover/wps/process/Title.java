package org.drover.wps.process;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an input or output is called, and what to know about it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Title {

  /** The title shown to people. */
  String value();

  /** One paragraph (WPS: Abstract). */
  String summary() default "";

  String[] keywords() default {};

  About[] metadata() default {};

  /**
   * Unit of measure of a number, as a UCUM or common symbol such as {@code m}, {@code km}, {@code
   * deg}. The process always gets the value in this unit.
   */
  String unit() default "";

  /** Further units a client may use; the server converts them to {@link #unit()}. */
  String[] moreUnits() default {};
}
