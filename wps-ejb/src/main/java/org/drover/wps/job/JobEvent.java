package org.drover.wps.job;

import java.time.Instant;

/**
 * What the audit trail of a job tells of one change of its state.
 *
 * @param at by the database's clock
 * @param node the server that made the change
 */
public record JobEvent(Instant at, String node, JobChange change) {}
