package org.drover.wps.job;

import java.time.Instant;
import java.util.Optional;

/**
 * What an administrator wants to know of a job besides its state.
 *
 * @param priority those with a higher one go first; 0 is the usual
 * @param crashes how often in a row its node went down without its getting any further
 * @param retries attempts in a row that were let down without its getting any further
 * @param notBefore when it may be claimed again, after a failure that may pass
 * @param node that holds its lease
 * @param leaseUntil when the lease ends, unless renewed
 */
public record JobInside(
    int priority,
    int crashes,
    int retries,
    Optional<Instant> notBefore,
    Optional<String> node,
    Optional<Instant> leaseUntil) {}
