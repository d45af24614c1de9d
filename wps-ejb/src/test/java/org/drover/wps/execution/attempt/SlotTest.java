package org.drover.wps.execution.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.drover.wps.database.Stores;
import org.drover.wps.database.TestDatabase;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.Job;
import org.drover.wps.job.JobFailure;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobStatus;
import org.drover.wps.job.NewPart;
import org.drover.wps.job.StaleAttemptException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SlotTest {

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

  @Test
  void anEmptyQueueGivesNothingToDo() {
    assertThat(attempts.slot.runNext("long")).isFalse();
    assertThat(stores.get(id).status()).isEqualTo(JobStatus.ACCEPTED);
  }

  @Test
  void aFinishedAttemptLeavesNeitherPartsNorWorkFiles() throws IOException {
    attempts.work =
        it -> {
          write(it.scratch().resolve("temporary"));
          write(attempts.folders.inputs(id).resolve("input-1"));
          stores.parts.prepare(it.attempt(), List.of(new NewPart("{}", 1)));
          stores.jobs.succeed(it.attempt());
          it.finished();
          it.ended();
        };
    assertThat(attempts.slot.runNext("short")).isTrue();

    assertThat(stores.get(id).status()).isEqualTo(JobStatus.SUCCEEDED);
    assertThat(stores.parts.listParts(id)).isEmpty();
    assertThat(attempts.folders.inputs(id).resolve("input-1")).exists();
    assertThat(attempts.folders.work(new Attempt(id, 1))).doesNotExist();
    assertThat(attempts.running.list()).isEmpty();
  }

  private static void write(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "x");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void whatAStepThrowsFailsTheJobWithItsReason() {
    endWith(new WpsException(Fault.INVALID_INPUT, "distance", "Too far."));
    assertThat(stores.get(id).failure())
        .contains(new JobFailure(Fault.INVALID_INPUT, Optional.of("distance"), "Too far."));
  }

  @Test
  void aDefectFailsTheJobWithoutDetails() {
    endWith(new StackOverflowError("secret"));
    JobFailure failure = stores.get(id).failure().orElseThrow();
    assertThat(failure.fault()).isEqualTo(Fault.INTERNAL);
    assertThat(failure.message()).doesNotContain("secret");
  }

  @Test
  void aDatabaseThatWasAwayIsNoReasonToFail() {
    endWith(new IllegalStateException(new java.sql.SQLException("connection lost")));
    assertWaitsForAnotherTry();
  }

  private void endWith(Throwable failure) {
    attempts.work =
        it -> {
          it.failed(failure);
          it.ended();
        };
    attempts.slot.runNext("short");
  }

  @Test
  void anEngineThatDoesNotStartIsTriedAgainAndNotForEver() {
    attempts.work =
        it -> {
          throw new IllegalStateException("no thread");
        };
    for (int i = 0; i < 10; i++) {
      attempts.slot.runNext("short");
      assertWaitsForAnotherTry();
      stores.database.execute("UPDATE drover.job SET not_before = NULL");
    }
    attempts.slot.runNext("short");
    assertThat(stores.get(id).status()).isEqualTo(JobStatus.FAILED);
  }

  @Test
  void anEngineThatEndsWithoutAWordIsTriedAgain() {
    attempts.work = RunningAttempt::ended;
    attempts.slot.runNext("short");
    assertWaitsForAnotherTry();
  }

  @Test
  void aProcessNotDeployedYetIsWaitedFor() {
    attempts.offerings.clear();
    attempts.slot.runNext("short");
    assertWaitsForAnotherTry();
  }

  private void assertWaitsForAnotherTry() {
    assertThat(stores.get(id).status()).isEqualTo(JobStatus.ACCEPTED);
    assertThat(stores.database.number("SELECT COUNT(*) FROM drover.job WHERE not_before > updated"))
        .isEqualTo(1);
  }

  @Test
  void aStoppedAttemptGivesItsJobBackAtOnce() {
    attempts.work =
        it -> {
          it.stop("The server is shutting down.");
          it.ended();
        };
    attempts.slot.runNext("short");
    assertThat(stores.claim()).isEqualTo(new Attempt(id, 2));
  }

  @Test
  void whatALostAttemptLeavesOfAJobThatHasEndedIsRemoved() {
    attempts.work =
        it -> {
          write(it.scratch().resolve("temporary"));
          stores.database.execute("UPDATE drover.job SET status = 'DISMISSED'");
          it.failed(new StaleAttemptException(it.attempt()));
          it.ended();
        };
    attempts.slot.runNext("short");
    assertThat(attempts.folders.work(new Attempt(id, 1))).doesNotExist();
  }

  @Test
  void anAttemptThatLostItsJobTouchesNothing() {
    attempts.work =
        it -> {
          stores.lapse(id);
          stores.queues.takeBack("", 3);
          stores.claim();
          it.failed(new StaleAttemptException(it.attempt()));
          it.ended();
        };
    attempts.slot.runNext("short");
    Job job = stores.get(id);
    assertThat(job.status()).isEqualTo(JobStatus.RUNNING);
    assertThat(job.epoch()).isEqualTo(2);
  }

  @Test
  void aFileThatCannotBeClosedDoesNotKeepTheJobRunning() {
    attempts.work =
        it -> {
          it.closeAtEnd(
              () -> {
                throw new IllegalStateException("broken");
              });
          it.failed(new WpsException(Fault.PROCESS_FAILED, "No."));
          it.ended();
        };
    attempts.slot.runNext("short");
    assertThat(stores.get(id).status()).isEqualTo(JobStatus.FAILED);
  }

  @Test
  void anInterruptedSlotGivesItsJobBackAndStaysInterrupted() {
    attempts.work = it -> Thread.currentThread().interrupt();
    attempts.slot.runNext("short");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(attempts.stopped).containsExactly(1L);
    assertThat(stores.claim()).isEqualTo(new Attempt(id, 2));
  }
}
