package org.drover.wps.process;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says what a process is called and how it may run. Stands on the process class. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ProcessInfo {

  /** The identifier clients use; unique in the service. Letters, digits, '.', '_', '-' and ':'. */
  String id();

  String title();

  /** Raised when the result for the same inputs may differ. */
  String version();

  /** One paragraph on what the process does and what to mind (WPS: Abstract). */
  String summary() default "";

  String[] keywords() default {};

  /** Links to further reading. */
  About[] metadata() default {};

  /** Name of the queue its jobs wait in: {@code short} or {@code long}. */
  String queue() default "short";

  /** Whether a client may wait for the answer. */
  boolean sync() default true;

  /** Whether it may run as a job. */
  boolean async() default true;

  /**
   * How long a finished job and its outputs are kept, ISO 8601 ({@code P1D}); empty for the
   * server's setting.
   */
  String keep() default "";

  /**
   * How long the work of a job may run, over all its attempts, ISO 8601 ({@code PT2H}); empty for
   * the server's setting. Beyond, the job fails. Work that never asks {@link
   * Execution#checkStopped} goes on uselessly until it ends by itself, and holds its slot.
   */
  String runLimit() default "";

  /**
   * How long a job may wait in its queue before its work begins, ISO 8601; empty for the server's
   * setting. Beyond, the job fails.
   */
  String waitLimit() default "";

  /**
   * Millions of bytes of memory the work of a job may use, and each of its parts, where it runs
   * outside the server; 0 for the server's setting. Schedulers are asked for as much.
   */
  int memoryMegabytes() default 0;
}
