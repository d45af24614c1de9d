package org.drover.wps.execution.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.drover.wps.database.Stores;
import org.drover.wps.database.TestDatabase;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobStatus;
import org.drover.wps.process.StoppedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of work when the server drains. */
final class AttendanceTest {

  private static final String DRAIN = Attendance.DRAIN.key();

  @TempDir private Path data;
  private Stores stores;
  private Attempts attempts;
  private JobId id;

  @BeforeEach
  void acceptAJob() {
    stores = new Stores(TestDatabase.h2());
    attempts = new Attempts(stores, data);
    id = stores.accept("short");
  }

  @AfterEach
  void forgetTheSetting() {
    System.clearProperty(DRAIN);
    System.clearProperty(Attendance.BEGIN.key());
  }

  @Test
  void partsAreAskedToEndAtTheirCheckpointAndTheJobGoesBack() {
    attempts.offerPartitioned("echo");
    attempts.whenStopped = RunningAttempt::ended; // as the engine does at the end of a chunk
    attempts.work = it -> attempts.server.stop();
    attempts.slot.runNext("short");

    assertThat(attempts.stopped).hasSize(1);
    assertGivenBack();
  }

  @Test
  void aDirectProcessMayEndWithinItsGrace() {
    System.setProperty(DRAIN, "PT1H");
    attempts.work =
        it -> {
          attempts.server.stop();
          attempts.later(
              2,
              () -> {
                it.checkStopped();
                stores.jobs.succeed(it.attempt());
                it.finished();
                it.ended();
              });
        };
    attempts.slot.runNext("short");
    assertThat(attempts.stopped).isEmpty();
    assertThat(stores.get(id).status()).isEqualTo(JobStatus.SUCCEEDED);
  }

  @Test
  void aDirectProcessThatGoesOnIsStoppedAfterItsGraceAndTheJobGoesBack() {
    System.setProperty(DRAIN, "PT1S");
    attempts.whenStopped =
        it -> {
          try {
            it.checkStopped();
          } catch (StoppedException e) {
            it.failed(e);
          }
          it.ended();
        };
    attempts.work = it -> attempts.server.stop();
    attempts.slot.runNext("short");
    assertGivenBack();
  }

  @Test
  void whatTheEngineStopsByItselfWhileTheServerDrainsGoesBackAtOnce() {
    attempts.work =
        it -> {
          attempts.server.stop();
          it.ended();
        };
    attempts.slot.runNext("short");
    assertGivenBack();
  }

  @Test
  void anEngineThatForgetsToTellIsAsked() {
    attempts.isRunning = false;
    attempts.work = it -> {};
    attempts.slot.runNext("short");
    assertThat(stores.get(id).status()).isEqualTo(JobStatus.ACCEPTED);
  }

  @Test
  void anExecutionThatNeverBeginsIsGivenUpAndItsJobTriedAgain() {
    System.setProperty(Attendance.BEGIN.key(), "PT1S");
    attempts.work = it -> {};
    attempts.slot.runNext("short");
    assertThat(stores.get(id).status()).isEqualTo(JobStatus.ACCEPTED);
    assertThat(attempts.running.list()).isEmpty();
  }

  private void assertGivenBack() {
    assertThat(stores.get(id).status()).isEqualTo(JobStatus.ACCEPTED);
    assertThat(stores.claim()).isEqualTo(new Attempt(id, 2)); // without a pause
  }
}
