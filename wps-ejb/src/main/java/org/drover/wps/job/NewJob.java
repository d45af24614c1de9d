package org.drover.wps.job;

import java.time.Duration;
import org.drover.wps.process.describe.Limits;

/**
 * A job to be accepted.
 *
 * @param request canonical form of what was asked for
 * @param keep how long it is kept once it has ended
 * @param limits how long it may run and wait; where empty, for ever
 * @param terms its priority and what it may cost
 */
public record NewJob(
    JobId id,
    String process,
    String processVersion,
    String owner,
    String queue,
    String request,
    Duration keep,
    Limits limits,
    JobTerms terms) {}
