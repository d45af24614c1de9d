package org.drover.wps.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.drover.wps.database.Stores;
import org.drover.wps.database.TestDatabase;
import org.drover.wps.error.Fault;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.JobFailure;
import org.drover.wps.job.JobId;
import org.junit.jupiter.api.Test;

/** What every {@link OutboxStore} does. */
public abstract class OutboxStoreContract {

  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final JobFailure FAILURE =
      new JobFailure(Fault.PROCESS_FAILED, Optional.empty(), "No.");

  private final Stores stores;
  private final OutboxStore outbox;

  protected OutboxStoreContract(TestDatabase database) {
    stores = new Stores(database);
    outbox = stores.outbox;
  }

  private static Subscription to(String address, Occasion event) {
    return new Subscription(address, event, new JobLinks("s?id={job}", "r/{job}"));
  }

  private void subscribe(JobId job, Occasion... events) {
    outbox.store(job, Arrays.stream(events).map(it -> to("https://x/" + it, it)).toList());
  }

  private Optional<Occasion> claim() {
    return outbox.claim(LEASE).map(it -> it.subscription().event());
  }

  @Test
  void aMessageIsDueOnceItsEventHasComeAbout() {
    JobId job = stores.accept("short");
    subscribe(job, Occasion.STARTED, Occasion.SUCCEEDED, Occasion.FAILED);
    assertThat(claim()).isEmpty();

    Attempt attempt = stores.claim();
    assertThat(claim()).contains(Occasion.STARTED);
    assertThat(claim()).isEmpty();

    stores.jobs.succeed(attempt);
    assertThat(claim()).contains(Occasion.SUCCEEDED);
    assertThat(claim()).isEmpty();
  }

  @Test
  void failureIsToldHoweverItCameAbout() {
    Attempt failed = stores.start();
    subscribe(failed.job(), Occasion.SUCCEEDED, Occasion.FAILED);
    stores.jobs.fail(failed, FAILURE);
    assertThat(claim()).contains(Occasion.FAILED);

    Attempt crashed = stores.start();
    subscribe(crashed.job(), Occasion.SUCCEEDED, Occasion.FAILED);
    stores.lapse(crashed.job());
    stores.queues.takeBack("", 1);
    assertThat(claim()).contains(Occasion.FAILED);
    assertThat(claim()).isEmpty();
  }

  @Test
  void whatCanNoLongerComeAboutIsForgotten() {
    Attempt attempt = stores.start();
    subscribe(attempt.job(), Occasion.STARTED, Occasion.SUCCEEDED, Occasion.FAILED);
    outbox.forgetMoot();
    assertThat(rows()).isEqualTo(3);
    stores.jobs.succeed(attempt);
    outbox.forgetMoot();
    assertThat(rows()).isEqualTo(1);
    assertThat(claim()).contains(Occasion.SUCCEEDED);
  }

  @Test
  void aClaimedMessageComesWithAllThatIsNeededToSendIt() {
    Attempt attempt = succeeded();
    Message message = outbox.claim(LEASE).orElseThrow();
    assertThat(message.job()).isEqualTo(attempt.job());
    assertThat(message.tries()).isEqualTo(1);
    assertThat(message.subscription())
        .isEqualTo(
            new Subscription(
                "https://x/SUCCEEDED",
                Occasion.SUCCEEDED,
                new JobLinks("s?id=" + attempt.job(), "r/" + attempt.job())));
  }

  private Attempt succeeded() {
    Attempt attempt = stores.start();
    subscribe(attempt.job(), Occasion.SUCCEEDED);
    stores.jobs.succeed(attempt);
    return attempt;
  }

  @Test
  void aSentMessageIsNotSentAgain() {
    succeeded();
    outbox.sent(outbox.claim(LEASE).orElseThrow());
    lapse();
    assertThat(claim()).isEmpty();
  }

  @Test
  void aPostponedMessageWaitsAndKeepsItsCount() {
    succeeded();
    outbox.postpone(outbox.claim(LEASE).orElseThrow(), Duration.ofHours(1), "HTTP status 500");
    assertThat(claim()).isEmpty();
    lapse();
    assertThat(outbox.claim(LEASE).orElseThrow().tries()).isEqualTo(2);
  }

  @Test
  void aMessageGivenUpStaysWithItsReason() {
    succeeded();
    outbox.giveUp(outbox.claim(LEASE).orElseThrow(), "x".repeat(5000));
    lapse();
    assertThat(claim()).isEmpty();
    assertThat(stores.database.number("SELECT LENGTH(problem) FROM drover.outbox")).isEqualTo(1000);
  }

  @Test
  void onlyTheLatestClaimCounts() {
    succeeded();
    Message lost = outbox.claim(LEASE).orElseThrow();
    lapse();
    Message held = outbox.claim(LEASE).orElseThrow();
    outbox.sent(lost);
    outbox.giveUp(lost, "late");
    outbox.postpone(held, Duration.ZERO, "again");
    assertThat(outbox.claim(LEASE).orElseThrow().tries()).isEqualTo(3);
  }

  @Test
  void messagesAreForgottenWithTheirJob() {
    Attempt attempt = succeeded();
    stores.jobs.delete(attempt.job());
    assertThat(rows()).isZero();
    outbox.sent(new Message(UUID.randomUUID(), attempt.job(), to("https://x", Occasion.FAILED), 1));
  }

  @Test
  void aMessageIsStoredOnlyWithItsJob() {
    try {
      stores.database.inTransaction(
          () -> {
            subscribe(stores.accept("short"), Occasion.SUCCEEDED);
            throw new IllegalStateException("rolled back");
          });
    } catch (Exception e) {
      assertThat(e).hasMessage("rolled back");
    }
    assertThat(rows()).isZero();
    outbox.store(JobId.create(), List.of());
  }

  private long rows() {
    return stores.database.number("SELECT COUNT(*) FROM drover.outbox");
  }

  private void lapse() {
    stores.database.execute("UPDATE drover.outbox SET due = CURRENT_TIMESTAMP");
  }
}
