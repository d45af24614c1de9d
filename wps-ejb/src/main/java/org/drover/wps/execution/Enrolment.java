package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.drover.wps.execution.attempt.Publication;
import org.drover.wps.execution.request.ExecuteOptions;
import org.drover.wps.job.IdempotencyStore;
import org.drover.wps.job.JobStore;
import org.drover.wps.job.NewJob;
import org.drover.wps.outbox.OutboxStore;
import org.drover.wps.output.StoredOutput;

/** Stores a job with all that was asked along with it, in one transaction. */
@ApplicationScoped
public class Enrolment {

  @Inject private JobStore jobs;
  @Inject private IdempotencyStore keys;
  @Inject private OutboxStore outbox;
  @Inject private Publication publication;

  /**
   * What belongs to a job beside its row.
   *
   * @param inputBytes in files that the job takes over
   */
  record Belongings(ExecuteOptions options, long inputBytes) {}

  /**
   * How a job that is stored as done came to its end.
   *
   * @param message says so; may be empty
   */
  record Done(List<StoredOutput> outputs, Optional<String> resultKey, String message) {}

  /**
   * Stores a waiting job.
   *
   * @return the time of it, by the database's clock
   * @throws org.drover.wps.job.KeyTakenException if a request with the same key came first
   */
  @Transactional
  Instant accept(NewJob job, Belongings belongings) {
    Instant created = jobs.create(job);
    add(job, belongings);
    return created;
  }

  /**
   * Stores a job that has succeeded already.
   *
   * @throws org.drover.wps.job.KeyTakenException if a request with the same key came first
   */
  @Transactional
  void store(NewJob job, Belongings belongings, Done done) {
    publication.commitRun(job, done.outputs(), done.resultKey());
    if (!done.message().isEmpty()) {
      jobs.describeSuccess(job.id(), done.message());
    }
    add(job, belongings);
  }

  private void add(NewJob job, Belongings belongings) {
    ExecuteOptions options = belongings.options();
    outbox.store(job.id(), options.subscriptions());
    if (belongings.inputBytes() > 0) {
      jobs.countInputs(job.id(), belongings.inputBytes());
    }
    options
        .key()
        .ifPresent(
            it ->
                keys.claimKey(
                    job.owner(),
                    it.text(),
                    new IdempotencyStore.Known(job.id(), it.fingerprint())));
  }
}
