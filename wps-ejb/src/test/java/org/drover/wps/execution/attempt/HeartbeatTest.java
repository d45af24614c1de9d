package org.drover.wps.execution.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.drover.wps.database.Stores;
import org.drover.wps.database.TestDatabase;
import org.drover.wps.database.Wiring;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.Job;
import org.drover.wps.process.StoppedException;
import org.drover.wps.queue.Leases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HeartbeatTest {

  @TempDir private Path data;
  private Stores stores;
  private Attempts attempts;
  private RunningAttempt running;

  @BeforeEach
  void startAnAttempt() {
    stores = new Stores(TestDatabase.h2());
    attempts = new Attempts(stores, data);
    Attempt attempt = stores.start();
    Job job = stores.get(attempt.job());
    running = new RunningAttempt(job, data, Heartbeat.safeNanos(), attempts.nanos::get);
    running.startedAs(7);
    attempts.running.add(running);
  }

  @Test
  void aRenewedAttemptGoesOn() {
    for (int i = 0; i < 10; i++) {
      attempts.nanos.addAndGet(Heartbeat.safeNanos() / 2);
      attempts.heartbeat.beat();
      running.checkStopped();
    }
    assertThat(attempts.stopped).isEmpty();
  }

  @Test
  void anAttemptThatHasLostItsJobIsStopped() {
    stores.queues.takeBack("n1", 3);
    attempts.heartbeat.beat();
    assertThat(attempts.stopped).containsExactly(7L);
    assertThatThrownBy(running::checkStopped).isInstanceOf(StoppedException.class);
  }

  @Test
  void anAttemptEndsByItselfBeforeItsLeaseDoesEvenIfTheHeartbeatHangs() {
    attempts.nanos.addAndGet(Heartbeat.safeNanos());
    running.checkStopped();
    attempts.nanos.incrementAndGet();
    assertThatThrownBy(running::checkStopped).isInstanceOf(StoppedException.class);
    assertThat(running.isStopping()).isTrue();
    assertThat(Heartbeat.safeNanos()).isLessThan(Stores.LEASE.toNanos());
  }

  @Test
  void whileTheDatabaseIsAwayAttemptsAreStoppedOnlyWhenTheirLeasesEnd() {
    Leases away =
        (Leases)
            java.lang.reflect.Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Leases.class},
                (proxy, method, arguments) -> {
                  throw new IllegalStateException("the database is away");
                });
    Heartbeat heartbeat =
        Wiring.wire(
            new Heartbeat(attempts.nanos::get),
            attempts.running,
            away,
            stores.jobs,
            stores.control,
            attempts);
    heartbeat.beat();
    assertThat(attempts.stopped).isEmpty();
    attempts.nanos.addAndGet(Heartbeat.safeNanos() + 1);
    heartbeat.beat();
    assertThat(attempts.stopped).containsExactly(7L);
  }

  @Test
  void progressIsWrittenOnceAndNothingBreaksWithoutAMessage() {
    running.progress(120.0, null);
    attempts.heartbeat.tellProgress();
    attempts.heartbeat.tellProgress();
    Job job = stores.get(running.job().id());
    assertThat(job.percent()).isEqualTo(100);
    assertThat(job.message()).isEmpty();
  }

  @Test
  void theStatusNeverFallsBehindWhatWasShownBefore() {
    running.progress(30, "half of it");
    running.progress(20, "again");
    assertThat(running.percent()).isEqualTo(30);
    attempts.heartbeat.tellProgress();
    assertThat(stores.get(running.job().id()).percent()).isEqualTo(30);
  }

  @Test
  void aJobThatDoesNotMoveIsShownAsSilentUntilItMovesAgain() {
    stores.database.execute(
        "UPDATE drover.job SET since = since - INTERVAL '10' MINUTE,"
            + " lease_node = '"
            + org.drover.wps.config.Node.NAME.get()
            + "'");
    attempts.heartbeat.tellMoves();
    assertThat(stores.get(running.job().id()).message()).startsWith("No sign of progress since ");

    running.progress(0, "");
    attempts.heartbeat.tellMoves();
    assertThat(stores.get(running.job().id()).message()).isEmpty();
  }

  @Test
  void aJobThatHasJustMovedIsNotSilent() {
    stores.database.execute(
        "UPDATE drover.job SET since = since - INTERVAL '10' MINUTE,"
            + " lease_node = '"
            + org.drover.wps.config.Node.NAME.get()
            + "'");
    running.progress(10, "Reading");
    attempts.heartbeat.tellProgress();
    attempts.heartbeat.tellMoves();
    assertThat(stores.get(running.job().id()).message()).isEqualTo("Reading");
  }

  @Test
  void anAttemptWhoseEndIsJustCommittedIsNotCalledLost() {
    stores.jobs.succeed(running.attempt());
    attempts.heartbeat.beat();
    assertThat(attempts.stopped).isEmpty();
  }

  @Test
  void anAttemptThatHasFinishedIsNotCalledLost() {
    stores.jobs.succeed(running.attempt());
    running.finished();
    attempts.heartbeat.beat();
    assertThat(attempts.stopped).isEmpty();
  }
}
