package org.drover.wps.job;

/**
 * A part as planned.
 *
 * @param definition the plan's part record, JSON
 * @param total number of items, -1 when not known
 */
public record NewPart(String definition, long total) {}
