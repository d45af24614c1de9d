package org.drover.wps.process;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Promises that a process makes the same outputs of the same inputs, whenever and wherever it runs,
 * as long as its version stays: then a stored result may be given again instead of a run. Raise the
 * version with every change that changes a result. Worth it where a run costs more than looking a
 * result up.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Deterministic {}
