package org.drover.wps.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.drover.wps.database.Stores;
import org.drover.wps.database.TestDatabase;
import org.drover.wps.error.Fault;
import org.junit.jupiter.api.Test;

/** What every {@link JobControl} does, and what {@link JobEvents} tells of it. */
public abstract class JobControlContract {

  private static final JobMove PAUSE =
      new JobMove(Set.of(JobStatus.ACCEPTED, JobStatus.RUNNING), JobStatus.PAUSED, "ada", "Wait.");
  private static final JobMove RESUME =
      new JobMove(Set.of(JobStatus.PAUSED), JobStatus.ACCEPTED, "ada", "Go on.");
  private static final JobMove DISMISS =
      new JobMove(
          Set.of(
              JobStatus.ACCEPTED,
              JobStatus.RUNNING,
              JobStatus.PAUSED,
              JobStatus.SUCCEEDED,
              JobStatus.FAILED),
          JobStatus.DISMISSED,
          "ada",
          "");
  private static final JobFailure NO =
      new JobFailure(Fault.PROCESS_FAILED, Optional.empty(), "No.");

  private final Stores stores;
  private final JobControl control;

  protected JobControlContract(TestDatabase database) {
    stores = new Stores(database);
    control = stores.control;
  }

  @Test
  void aPausedAttemptCanWriteNothingMore() {
    Attempt attempt = stores.start();
    assertThat(control.move(attempt.job(), PAUSE)).contains(JobStatus.RUNNING);

    Job paused = stores.get(attempt.job());
    assertThat(paused.status()).isEqualTo(JobStatus.PAUSED);
    assertThat(paused.expires()).isEmpty();
    assertThat(stores.jobs.succeed(attempt)).isFalse();
    assertThat(stores.jobs.fail(attempt, NO)).isFalse();
    assertThat(stores.jobs.release(attempt, Duration.ZERO, "", "")).isFalse();
    assertThat(stores.jobs.progress(attempt, 50, "x")).isFalse();
    assertThat(stores.leases.renew(List.of(attempt), Stores.LEASE).lost()).containsExactly(attempt);
    assertThat(stores.get(attempt.job())).isEqualTo(paused);
  }

  @Test
  void aPausedJobIsNeitherClaimedNorTakenBackNorGivenBack() {
    Attempt attempt = stores.start();
    control.move(attempt.job(), PAUSE);
    assertThat(stores.queues.claim("short", "n1", Stores.LEASE)).isEmpty();
    assertThat(stores.queues.takeBack("n1", 3)).isEmpty();
    assertThat(stores.queues.giveBack("n1")).isZero();
    assertThat(stores.queues.waiting("short")).isZero();
    assertThat(stores.get(attempt.job()).status()).isEqualTo(JobStatus.PAUSED);
  }

  @Test
  void aResumedJobGoesOnAtItsOldPlaceInItsNextAttempt() {
    Attempt attempt = stores.start();
    JobId later = stores.accept("short");
    control.move(attempt.job(), PAUSE);
    assertThat(control.move(attempt.job(), RESUME)).contains(JobStatus.PAUSED);

    assertThat(stores.claim()).isEqualTo(new Attempt(attempt.job(), 2));
    assertThat(stores.claim().job()).isEqualTo(later);
    assertThat(stores.jobs.succeed(attempt)).isFalse();
  }

  @Test
  void aJobThatWaitsIsPausedToo() {
    JobId id = stores.accept("short");
    assertThat(control.move(id, PAUSE)).contains(JobStatus.ACCEPTED);
    assertThat(stores.queues.claim("short", "n1", Stores.LEASE)).isEmpty();
    control.move(id, RESUME);
    assertThat(stores.claim()).isEqualTo(new Attempt(id, 1));
  }

  @Test
  void whatIsOutOfPlaceChangesNothing() {
    Attempt attempt = stores.start();
    assertThat(control.move(attempt.job(), RESUME)).contains(JobStatus.RUNNING);
    stores.jobs.succeed(attempt);
    Job ended = stores.get(attempt.job());
    assertThat(control.move(attempt.job(), PAUSE)).contains(JobStatus.SUCCEEDED);
    assertThat(control.move(attempt.job(), RESUME)).contains(JobStatus.SUCCEEDED);
    assertThat(stores.get(attempt.job())).isEqualTo(ended);
    assertThat(control.move(JobId.create(), PAUSE)).isEmpty();
  }

  @Test
  void aMoveNoJobMayMakeCannotBeAskedFor() {
    assertThatThrownBy(() -> new JobMove(Set.of(JobStatus.DISMISSED), JobStatus.RUNNING, "a", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDismissedJobHasEndedForGood() {
    Attempt attempt = stores.start();
    assertThat(control.move(attempt.job(), DISMISS)).contains(JobStatus.RUNNING);

    Job dismissed = stores.get(attempt.job());
    assertThat(dismissed.status()).isEqualTo(JobStatus.DISMISSED);
    assertThat(dismissed.finished()).isPresent();
    assertThat(dismissed.expires()).isPresent();
    assertThat(stores.jobs.succeed(attempt)).isFalse();
    assertThat(control.move(attempt.job(), DISMISS)).contains(JobStatus.DISMISSED);
    assertThat(stores.get(attempt.job())).isEqualTo(dismissed);
  }

  @Test
  void aFailedJobThatIsDismissedKeepsItsTimesAndLosesItsFailure() {
    Attempt attempt = stores.start();
    stores.jobs.fail(attempt, NO);
    Job failed = stores.get(attempt.job());
    control.move(attempt.job(), DISMISS);

    Job dismissed = stores.get(attempt.job());
    assertThat(dismissed.failure()).isEmpty();
    assertThat(dismissed.finished()).isEqualTo(failed.finished());
    assertThat(dismissed.expires()).isEqualTo(failed.expires());
  }

  @Test
  void attemptsAreToldHowTheyStand() {
    Attempt held = stores.start();
    Attempt paused = stores.start();
    control.move(paused.job(), PAUSE);
    Attempt dismissed = stores.start();
    control.move(dismissed.job(), DISMISS);
    Attempt ended = stores.start();
    stores.jobs.succeed(ended);
    Attempt stale = new Attempt(held.job(), 0);
    Attempt unknown = new Attempt(JobId.create(), 1);

    assertThat(control.standing(List.of(held, paused, dismissed, ended, stale, unknown)))
        .containsEntry(held, Standing.HELD)
        .containsEntry(paused, Standing.PAUSED)
        .containsEntry(dismissed, Standing.DISMISSED)
        .containsEntry(ended, Standing.LOST)
        .containsEntry(stale, Standing.LOST)
        .containsEntry(unknown, Standing.LOST)
        .hasSize(6);
    assertThat(control.standing(List.of())).isEmpty();
  }

  @Test
  void whatRunsForLongerThanItsLimitIsToldSoOverAllItsAttempts() {
    Attempt first = stores.start();
    stores.database.execute("UPDATE drover.job SET run_limit = 100");
    assertThat(control.standing(List.of(first))).containsEntry(first, Standing.HELD);
    longAgo("since", 60);
    stores.jobs.release(first, Duration.ZERO, "", "");
    longAgo("since", 3_600); // what it waits does not count

    Attempt second = stores.claim();
    assertThat(control.standing(List.of(second))).containsEntry(second, Standing.HELD);
    longAgo("since", 50);
    assertThat(control.standing(List.of(second))).containsEntry(second, Standing.OVER_RUN_LIMIT);
  }

  @Test
  void theTimeAServerWasDownDoesNotCountAsRun() {
    Attempt attempt = stores.start();
    longAgo("since", 3_600);
    stores.database.execute("UPDATE drover.job SET lease_until = since + INTERVAL '10' SECOND");
    stores.queues.takeBack("", 3);
    assertThat(stores.database.number("SELECT ran_seconds FROM drover.job")).isEqualTo(10);
    assertThat(stores.claim().job()).isEqualTo(attempt.job());
  }

  @Test
  void aJobPausedForTooLongFailsAndOthersWaitOn() {
    Attempt old = stores.start();
    control.move(old.job(), PAUSE);
    longAgo("since", 100);
    Attempt young = stores.start();
    control.move(young.job(), PAUSE);

    assertThat(control.failPaused(Duration.ofSeconds(99))).containsExactly(old.job());
    assertThat(stores.get(old.job()).failure().orElseThrow().fault())
        .isEqualTo(Fault.TIME_EXCEEDED);
    assertThat(stores.get(old.job()).expires()).isPresent();
    assertThat(stores.get(young.job()).status()).isEqualTo(JobStatus.PAUSED);
  }

  @Test
  void onlyAJobThatNeverBeganFailsForWaitingTooLong() {
    Attempt begun = stores.start();
    stores.jobs.release(begun, Duration.ZERO, "", "");
    JobId waits = stores.accept("short");
    stores.database.execute("UPDATE drover.job SET wait_limit = 60");
    JobId unlimited = stores.accept("short");
    assertThat(control.failWaiting()).isEmpty();
    longAgo("since", 61);

    assertThat(control.failWaiting()).containsExactly(waits);
    JobFailure failure = stores.get(waits).failure().orElseThrow();
    assertThat(failure.fault()).isEqualTo(Fault.TIME_EXCEEDED);
    assertThat(failure.message()).contains("waited");
    assertThat(stores.get(begun.job()).status()).isEqualTo(JobStatus.ACCEPTED);
    assertThat(stores.get(unlimited).status()).isEqualTo(JobStatus.ACCEPTED);
  }

  private void longAgo(String column, int seconds) {
    stores.database.execute(
        "UPDATE drover.job SET " + column + " = " + column + " - INTERVAL '1' SECOND * " + seconds);
  }

  @Test
  void theHistoryTellsEachChangeInOrder() {
    Attempt first = stores.start();
    control.move(first.job(), PAUSE);
    control.move(first.job(), RESUME);
    Attempt second = stores.claim();
    stores.lapse(second.job());
    stores.queues.takeBack("", 3);
    stores.claim();
    stores.queues.giveBack("n1");
    Attempt fourth = stores.claim();
    stores.jobs.retry(fourth, new Retry(Duration.ZERO, 3, NO));
    Attempt fifth = stores.claim();
    stores.jobs.release(fifth, Duration.ZERO, "Asked to.", "");
    stores.jobs.fail(stores.claim(), NO);
    control.move(first.job(), DISMISS);

    assertThat(stores.events.list(first.job()))
        .extracting(it -> it.change().to())
        .containsExactly(
            JobStatus.ACCEPTED,
            JobStatus.RUNNING,
            JobStatus.PAUSED,
            JobStatus.ACCEPTED,
            JobStatus.RUNNING,
            JobStatus.ACCEPTED,
            JobStatus.RUNNING,
            JobStatus.ACCEPTED,
            JobStatus.RUNNING,
            JobStatus.ACCEPTED,
            JobStatus.RUNNING,
            JobStatus.ACCEPTED,
            JobStatus.RUNNING,
            JobStatus.FAILED,
            JobStatus.DISMISSED);
  }

  @Test
  void anEventTellsWhenWhereWhoAndWhy() {
    JobId id = stores.accept("short");
    control.move(id, PAUSE);
    List<JobEvent> history = stores.events.list(id);

    assertThat(history.get(0).change()).isEqualTo(JobChange.accepted("otto"));
    assertThat(history.get(0).at()).isEqualTo(stores.get(id).created());
    assertThat(history.get(0).node()).isNotEmpty();
    assertThat(history.get(1).change())
        .isEqualTo(
            new JobChange(
                Optional.of(JobStatus.ACCEPTED), JobStatus.PAUSED, Optional.of("ada"), "Wait."));
    assertThat(stores.events.list(JobId.create())).isEmpty();
  }

  @Test
  void aChangeThatIsRolledBackLeavesNoTrace() {
    Attempt attempt = stores.start();
    assertThatThrownBy(
            () ->
                stores.database.inTransaction(
                    () -> {
                      stores.jobs.succeed(attempt);
                      throw new IllegalStateException("the commit fails");
                    }))
        .hasMessage("the commit fails");
    assertThat(stores.events.list(attempt.job())).hasSize(2);
  }

  @Test
  void theHistoryGoesWithItsJob() {
    Attempt attempt = stores.start();
    stores.jobs.succeed(attempt);
    stores.jobs.delete(attempt.job());
    assertThat(stores.events.list(attempt.job())).isEmpty();
  }
}
