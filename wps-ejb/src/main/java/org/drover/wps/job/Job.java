package org.drover.wps.job;

import java.time.Instant;
import java.util.Optional;

/**
 * A job as its row tells.
 *
 * @param processVersion version of the process at the time it was accepted
 * @param owner name of the caller who made it
 * @param queue where it waits
 * @param percent 0 to 100, over all parts
 * @param message one line on what goes on; may be empty
 * @param created when it was accepted, by the database's clock
 * @param updated when it last changed
 * @param expires when it and its outputs are removed; set when it ends
 * @param epoch number of the latest attempt, 0 before the first
 * @param failure present when FAILED
 * @param terms its priority and what it was thought to cost
 */
public record Job(
    JobId id,
    String process,
    String processVersion,
    String owner,
    String queue,
    JobStatus status,
    int percent,
    String message,
    Instant created,
    Instant updated,
    Optional<Instant> started,
    Optional<Instant> finished,
    Optional<Instant> expires,
    long epoch,
    Optional<JobFailure> failure,
    JobTerms terms) {

  /** Whether its time is over, so that for clients it is gone. */
  public boolean isExpired(Instant now) {
    return expires.filter(it -> !it.isAfter(now)).isPresent();
  }

  /** The same job, further on. */
  public Job withPercent(int other) {
    return new Job(
        id,
        process,
        processVersion,
        owner,
        queue,
        status,
        other,
        message,
        created,
        updated,
        started,
        finished,
        expires,
        epoch,
        failure,
        terms);
  }

  /** A job at the moment it is accepted. */
  public static Job accepted(NewJob job, Instant at) {
    return new Job(
        job.id(),
        job.process(),
        job.processVersion(),
        job.owner(),
        job.queue(),
        JobStatus.ACCEPTED,
        0,
        "",
        at,
        at,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty(),
        job.terms());
  }
}
