package org.drover.wps.process;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Coordinate reference systems a bounding box may be in, the default first, as {@code EPSG:4326} or
 * a URN. On the wire, coordinates are in the axis order of the system's authority.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface CrsList {

  String[] value();
}
