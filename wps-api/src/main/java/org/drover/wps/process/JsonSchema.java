package org.drover.wps.process;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the JSON of a {@link org.drover.wps.process.data.ComplexData} component looks like: an array
 * of numbers, an object with certain members, one of several forms. Inputs are checked against it
 * before a job is accepted; descriptions that have words for it publish it. Without {@link Formats}
 * the format is {@code application/json}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface JsonSchema {

  /**
   * A schema in the dialect of OpenAPI 3.0, as JSON. It refers to nothing outside itself and has no
   * {@code $ref}.
   */
  String value();
}
