package org.drover.wps.process;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A link to further reading about a process, an input or an output (ows:Metadata). */
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface About {
  String title();

  /** Absolute address of the document. */
  String href();
}
