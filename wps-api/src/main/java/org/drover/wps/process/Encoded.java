package org.drover.wps.process;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One way complex data is written down: media type, encoding and schema. */
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Encoded {
  String mediaType();

  /** Character encoding or {@code base64}; empty when the media type says enough. */
  String encoding() default "";

  /** Address of a schema; empty when there is none. */
  String schema() default "";
}
