package org.drover.wps.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.drover.wps.database.Stores;
import org.drover.wps.database.TestDatabase;
import org.drover.wps.error.Fault;
import org.drover.wps.output.StoredOutput;
import org.drover.wps.process.Estimate;
import org.drover.wps.process.describe.Limits;
import org.junit.jupiter.api.Test;

/** What every {@link JobStore} does. */
public abstract class JobStoreContract {

  private final Stores stores;
  private final JobStore jobs;

  protected JobStoreContract(TestDatabase database) {
    stores = new Stores(database);
    jobs = stores.jobs;
  }

  @Test
  void aNewJobIsAcceptedWithAllThatWasTold() {
    JobId id = JobId.create();
    JobTerms terms = new JobTerms(-7, Optional.of(Estimate.ofSeconds(2.5).andBytes(1L << 40)));
    jobs.create(
        new NewJob(
            id,
            "buffer",
            "2.1.0",
            "ada",
            "long",
            "{\"a\":1}",
            Duration.ofHours(3),
            Limits.NONE,
            terms));

    Job job = stores.get(id);
    assertThat(job.process()).isEqualTo("buffer");
    assertThat(job.processVersion()).isEqualTo("2.1.0");
    assertThat(job.owner()).isEqualTo("ada");
    assertThat(job.queue()).isEqualTo("long");
    assertThat(job.status()).isEqualTo(JobStatus.ACCEPTED);
    assertThat(job.percent()).isZero();
    assertThat(job.message()).isEmpty();
    assertThat(job.epoch()).isZero();
    assertThat(job.started()).isEmpty();
    assertThat(job.finished()).isEmpty();
    assertThat(job.expires()).isEmpty();
    assertThat(job.failure()).isEmpty();
    assertThat(job.terms()).isEqualTo(terms);
    assertThat(jobs.findRequest(id)).contains("{\"a\":1}");
  }

  @Test
  void timesAreThoseOfTheDatabase() {
    Instant before = Instant.now().minusSeconds(5);
    Attempt attempt = stores.start();
    jobs.succeed(attempt);

    Job job = stores.get(attempt.job());
    Instant after = Instant.now().plusSeconds(5);
    assertThat(job.created()).isBetween(before, after);
    assertThat(job.updated()).isBetween(before, after);
    assertThat(job.started().orElseThrow()).isBetween(before, after);
    assertThat(job.finished().orElseThrow()).isBetween(before, after);
    assertThat(job.expires()).contains(job.finished().orElseThrow().plus(Duration.ofDays(1)));
  }

  @Test
  void anUnknownJobIsNotFound() {
    assertThat(jobs.findJob(JobId.create())).isEmpty();
    assertThat(jobs.findRequest(JobId.create())).isEmpty();
  }

  @Test
  void aLargeRequestInAnyScriptComesBackAsItWas() {
    String request = "{\"text\":\"" + "Łódź 東京 🗺 \\u0000 ".repeat(100_000) + "\"}";
    assertThat(jobs.findRequest(stores.accept("short", request))).contains(request);
  }

  @Test
  void progressGoesForwardOnly() {
    Attempt attempt = stores.start();
    assertThat(jobs.progress(attempt, 40, "half way – à mi-chemin")).isTrue();
    assertThat(jobs.progress(attempt, 30, "behind")).isTrue();

    Job job = stores.get(attempt.job());
    assertThat(job.percent()).isEqualTo(40);
    assertThat(job.message()).isEqualTo("behind");
  }

  @Test
  void messagesTooLongAreCutAtAWholeCharacter() {
    Attempt attempt = stores.start();
    jobs.progress(attempt, 1, "🗺".repeat(2_000));
    assertThat(stores.get(attempt.job()).message()).hasSizeLessThanOrEqualTo(1_000).matches("🗺+…");

    jobs.fail(
        attempt,
        new JobFailure(Fault.INVALID_INPUT, Optional.of("l".repeat(2_000)), "m".repeat(9_000)));
    JobFailure failure = stores.get(attempt.job()).failure().orElseThrow();
    assertThat(failure.locator().orElseThrow()).hasSize(500).endsWith("l…");
    assertThat(failure.message()).hasSize(4_000).endsWith("m…");
  }

  @Test
  void charactersNoDatabaseKeepsAreReplaced() {
    Attempt attempt = stores.start();
    jobs.progress(attempt, 1, "a\u0000b\uD800c");
    assertThat(stores.get(attempt.job()).message()).isEqualTo("a\uFFFDb\uFFFDc");

    jobs.fail(attempt, new JobFailure(Fault.INVALID_INPUT, Optional.of("x\u0000"), "y\u0000"));
    assertThat(stores.get(attempt.job()).failure())
        .contains(new JobFailure(Fault.INVALID_INPUT, Optional.of("x\uFFFD"), "y\uFFFD"));
  }

  @Test
  void aJobSucceedsOnce() {
    Attempt attempt = stores.start();
    assertThat(jobs.succeed(attempt)).isTrue();
    assertThat(jobs.succeed(attempt)).isFalse();

    Job job = stores.get(attempt.job());
    assertThat(job.status()).isEqualTo(JobStatus.SUCCEEDED);
    assertThat(job.percent()).isEqualTo(100);
  }

  @Test
  void aFailedJobTellsWhy() {
    Attempt attempt = stores.start();
    JobFailure failure =
        new JobFailure(Fault.INVALID_INPUT, Optional.of("distance"), "Größer als 0, bitte.");
    assertThat(jobs.fail(attempt, failure)).isTrue();

    Job job = stores.get(attempt.job());
    assertThat(job.status()).isEqualTo(JobStatus.FAILED);
    assertThat(job.failure()).contains(failure);
    assertThat(job.expires()).isPresent();
  }

  @Test
  void aFailureNeedsNoLocator() {
    Attempt attempt = stores.start();
    JobFailure failure = new JobFailure(Fault.PROCESS_FAILED, Optional.empty(), "No.");
    jobs.fail(attempt, failure);
    assertThat(stores.get(attempt.job()).failure()).contains(failure);
  }

  @Test
  void aFinalStateNeverChanges() {
    Attempt attempt = stores.start();
    jobs.succeed(attempt);
    Job ended = stores.get(attempt.job());

    assertNothingChanges(attempt, ended);
  }

  @Test
  void aStaleAttemptChangesNothing() {
    Attempt stale = stores.start();
    stores.lapse(stale.job());
    stores.queues.takeBack("", 3);
    Attempt current = stores.claim();
    assertThat(current.epoch()).isEqualTo(stale.epoch() + 1);
    Job before = stores.get(stale.job());

    assertNothingChanges(stale, before);
    assertThat(jobs.succeed(current)).isTrue();
  }

  @Test
  void anAttemptWhoseJobWaitsAgainChangesNothing() {
    Attempt stale = stores.start();
    jobs.release(stale, Duration.ZERO, "", "");

    assertNothingChanges(stale, stores.get(stale.job()));
  }

  private void assertNothingChanges(Attempt attempt, Job before) {
    JobFailure failure = new JobFailure(Fault.INTERNAL, Optional.empty(), "x");
    assertThat(jobs.progress(attempt, 99, "x")).isFalse();
    assertThat(jobs.succeed(attempt)).isFalse();
    assertThat(jobs.fail(attempt, failure)).isFalse();
    assertThat(jobs.release(attempt, Duration.ZERO, "", "")).isFalse();
    assertThat(jobs.retry(attempt, new Retry(Duration.ZERO, 0, failure))).isFalse();
    assertThat(stores.get(attempt.job())).isEqualTo(before);
  }

  @Test
  void aReleasedJobWaitsAtItsOldPlace() {
    Attempt attempt = stores.start();
    JobId later = stores.accept("short");
    assertThat(jobs.release(attempt, Duration.ZERO, "", "")).isTrue();

    assertThat(stores.get(attempt.job()).status()).isEqualTo(JobStatus.ACCEPTED);
    assertThat(stores.claim().job()).isEqualTo(attempt.job());
    assertThat(stores.claim().job()).isEqualTo(later);
  }

  @Test
  void aJobThatWaitsAgainSaysWhy() {
    Attempt attempt = stores.start();
    jobs.progress(attempt, 10, "Working");
    jobs.release(attempt, Duration.ZERO, "", "Waits for slurm");
    assertThat(stores.get(attempt.job()).message()).isEqualTo("Waits for slurm");

    Attempt second = stores.claim();
    jobs.retry(
        second,
        new Retry(Duration.ZERO, 2, new JobFailure(Fault.UNAVAILABLE, Optional.empty(), "Gone.")));
    assertThat(stores.get(attempt.job()).message()).isEqualTo("Is tried again: Gone.");

    Attempt third = stores.claim();
    jobs.progress(third, 20, "Working again");
    stores.lapse(third.job());
    stores.queues.takeBack("", 3);
    assertThat(stores.get(attempt.job()).message()).isEmpty();
  }

  @Test
  void whatAnAttemptSaidIsNotSaidOfTheNext() {
    Attempt attempt = stores.start();
    jobs.release(attempt, Duration.ZERO, "", "Waits for slurm");
    assertThat(stores.get(stores.claim().job()).message()).isEmpty();
    jobs.progress(new Attempt(attempt.job(), attempt.epoch() + 1), 10, "Working");
    stores.queues.giveBack("n1");
    assertThat(stores.get(attempt.job()).status()).isEqualTo(JobStatus.ACCEPTED);
    assertThat(stores.get(attempt.job()).message()).isEmpty();
  }

  @Test
  void aRetriedJobWaitsAWhileAndFailsWhenThatHasHappenedTooOften() {
    Attempt attempt = stores.start();
    JobFailure failure = new JobFailure(Fault.UNAVAILABLE, Optional.empty(), "Gone.");
    for (int i = 0; i < 2; i++) {
      assertThat(jobs.retry(attempt, new Retry(Duration.ofMinutes(1), 2, failure))).isTrue();
      assertThat(stores.get(attempt.job()).status()).isEqualTo(JobStatus.ACCEPTED);
      assertThat(stores.queues.claim("short", "n1", Stores.LEASE)).isEmpty();
      stores.database.execute("UPDATE drover.job SET not_before = CURRENT_TIMESTAMP");
      attempt = stores.claim();
    }
    assertThat(jobs.retry(attempt, new Retry(Duration.ofMinutes(1), 2, failure))).isTrue();

    Job job = stores.get(attempt.job());
    assertThat(job.status()).isEqualTo(JobStatus.FAILED);
    assertThat(job.failure()).contains(failure);
    assertThat(job.expires()).isPresent();
  }

  @Test
  void eachFurtherTryWaitsAboutTwiceAsLongUpToAMinute() {
    Attempt attempt = stores.start();
    assertThat(secondsUntilNextTry(attempt, 0)).isBetween(5L, 8L);
    assertThat(secondsUntilNextTry(stores.claim(), 1)).isBetween(11L, 16L);
    assertThat(secondsUntilNextTry(stores.claim(), 2)).isBetween(23L, 32L);
    assertThat(secondsUntilNextTry(stores.claim(), 9)).isBetween(44L, 60L);
  }

  private long secondsUntilNextTry(Attempt attempt, int retries) {
    stores.database.execute("UPDATE drover.job SET retries = " + retries);
    jobs.retry(
        attempt,
        new Retry(
            Duration.ofSeconds(8), 10, new JobFailure(Fault.INTERNAL, Optional.empty(), "x")));
    long seconds =
        stores.database.number(
            "SELECT CAST(EXTRACT(EPOCH FROM (not_before - updated)) AS bigint) FROM drover.job");
    stores.database.execute("UPDATE drover.job SET not_before = NULL");
    return seconds;
  }

  @Test
  void expiredJobsAreListedOldestFirst() {
    Attempt second = startKept(Duration.ofSeconds(10));
    Attempt first = startKept(Duration.ofSeconds(5));
    Attempt kept = startKept(Duration.ofDays(1));
    jobs.succeed(second);
    jobs.fail(first, new JobFailure(Fault.INTERNAL, Optional.empty(), "x"));
    jobs.succeed(kept);
    assertThat(jobs.listExpired(10)).isEmpty();

    stores.database.execute("UPDATE drover.job SET expires = expires - INTERVAL '1' HOUR");
    assertThat(jobs.listExpired(10)).containsExactly(first.job(), second.job());
    assertThat(jobs.listExpired(1)).containsExactly(first.job());
  }

  private Attempt startKept(Duration keep) {
    JobId id = JobId.create();
    jobs.create(Stores.newJob(id, "short", "{}", keep));
    return stores.claim();
  }

  @Test
  void aJobThatWaitsOrRunsNeverExpires() {
    JobId id = JobId.create();
    jobs.create(Stores.newJob(id, "short", "{}", Duration.ZERO));
    assertThat(jobs.listExpired(10)).isEmpty();
    stores.claim();
    assertThat(jobs.listExpired(10)).isEmpty();
  }

  @Test
  void aDeletedJobTakesItsPartsAndOutputsAlong() {
    Attempt attempt = stores.start();
    stores.parts.prepare(attempt, java.util.List.of(new NewPart("{}", 1)));
    stores.outputs.store(java.util.List.of(anOutput(attempt.job())));
    jobs.succeed(attempt);
    jobs.delete(attempt.job());

    assertThat(jobs.findJob(attempt.job())).isEmpty();
    assertThat(stores.parts.listParts(attempt.job())).isEmpty();
    assertThat(stores.outputs.listOutputs(attempt.job())).isEmpty();
  }

  private static StoredOutput anOutput(JobId job) {
    return new StoredOutput(
        job,
        UUID.randomUUID().toString(),
        new org.drover.wps.data.Output(
            "a",
            org.drover.wps.data.OutputRequest.of("a"),
            new org.drover.wps.data.OutputValue.Box(
                java.util.List.of(1.0), java.util.List.of(2.0), "EPSG:4326")));
  }

  @Test
  void aJobThatHasNotEndedIsNotDeleted() {
    JobId id = stores.accept("short");
    jobs.delete(id);
    assertThat(jobs.findJob(id)).isPresent();
  }

  @Test
  void aJobMadeRunningEndsInTheSameTransaction() throws Exception {
    JobId id = JobId.create();
    stores.database.inTransaction(
        () -> {
          jobs.createRunning(Stores.newJob(id, "short", "{}", Duration.ofDays(1)));
          return jobs.succeed(new Attempt(id, 1));
        });
    Job job = stores.get(id);
    assertThat(job.status()).isEqualTo(JobStatus.SUCCEEDED);
    assertThat(job.started()).isPresent();
  }

  @Test
  void endedJobsAreToldFromThoseUnderWay() {
    Attempt ended = stores.start();
    jobs.succeed(ended);
    Attempt running = stores.start();
    JobId unknown = JobId.create();

    assertThat(jobs.statusOf(java.util.List.of(ended.job(), running.job(), unknown)))
        .containsOnlyKeys(ended.job(), running.job())
        .containsEntry(ended.job(), JobStatus.SUCCEEDED)
        .containsEntry(running.job(), JobStatus.RUNNING);
    assertThat(jobs.statusOf(java.util.List.of())).isEmpty();
  }
}
