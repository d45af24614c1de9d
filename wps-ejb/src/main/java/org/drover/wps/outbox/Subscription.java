package org.drover.wps.outbox;

/**
 * Somebody who wants to hear of a job.
 *
 * @param address {@code http:}, {@code https:} or {@code mailto:}
 * @param links what the message points to
 */
public record Subscription(String address, Occasion event, JobLinks links) {}
