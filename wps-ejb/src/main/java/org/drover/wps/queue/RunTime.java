package org.drover.wps.queue;

import java.util.OptionalDouble;

/**
 * How long a job ran that succeeded in its first attempt.
 *
 * @param seconds from its claim to its end
 * @param estimate seconds, as its process estimated; empty when it did not
 */
public record RunTime(double seconds, OptionalDouble estimate) {}
