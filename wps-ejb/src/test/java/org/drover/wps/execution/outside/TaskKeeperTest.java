package org.drover.wps.execution.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.drover.wps.backend.Backends;
import org.drover.wps.backend.Task;
import org.drover.wps.backend.TaskLedger;
import org.drover.wps.backend.TaskName;
import org.drover.wps.backend.TaskState.Phase;
import org.drover.wps.database.Stores;
import org.drover.wps.database.TestDatabase;
import org.drover.wps.database.Wiring;
import org.drover.wps.execution.outside.TaskStore.Standing;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.JobFolders;
import org.drover.wps.job.JobMove;
import org.drover.wps.job.JobStatus;
import org.drover.wps.job.StaleAttemptException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of tasks no thread stays with. */
class TaskKeeperTest {

  private static final String ENGINE = "engine";

  @TempDir Path data;
  private final Stores stores = new Stores(TestDatabase.h2());
  private final NotingBackend engine = new NotingBackend(ENGINE);
  private JobFolders folders;
  private TaskKeeper keeper;

  @BeforeEach
  void wire() {
    folders = new JobFolders(data);
    keeper = Wiring.wire(new TaskKeeper(), stores.tasks, folders, new Backends(List.of(engine)));
  }

  private Attempt begun() {
    Attempt attempt = stores.start();
    ledger(attempt).begin(List.of(0), ENGINE);
    return attempt;
  }

  private TaskLedger ledger(Attempt attempt) {
    return keeper.ledger(stores.jobs.findJob(attempt.job()).orElseThrow());
  }

  private static TaskName name(Attempt attempt, int run) {
    return new TaskName(attempt.job().toString(), 0, run);
  }

  private void move(Attempt attempt, JobStatus to) {
    stores.control.move(attempt.job(), new JobMove(Set.of(JobStatus.RUNNING), to, "anna", ""));
  }

  @Test
  void aTaskOfARunningJobIsLeftAlone() {
    begun();
    keeper.settleAll();
    assertThat(engine.told()).isEmpty();
  }

  @Test
  void aTaskOfAnEndedJobIsEndedAndForgotten() {
    Attempt attempt = begun();
    move(attempt, JobStatus.DISMISSED);
    keeper.settleAll();
    assertThat(engine.told())
        .containsExactly("cancel " + name(attempt, 1), "forget " + name(attempt, 1));
    assertThat(stores.tasks.list(Optional.empty())).isEmpty();
  }

  @Test
  void theFilesOfATaskStayUntilItsEngineHasForgottenIt() throws Exception {
    Attempt attempt = begun();
    Path file = Files.createDirectories(ledger(attempt).folder(0, 1).root()).resolve("file");
    Files.createFile(file);
    move(attempt, JobStatus.DISMISSED);
    folders.removeWork(attempt.job());
    engine.away(true);
    keeper.settleAll();
    assertThat(file).exists();
    engine.away(false);
    keeper.settleAll();
    assertThat(file.getParent().getParent()).doesNotExist();
  }

  @Test
  void aTaskOfAPausedJobStandsStill() {
    Attempt attempt = begun();
    move(attempt, JobStatus.PAUSED);
    keeper.settle(attempt.job());
    assertThat(engine.told()).containsExactly("pause " + name(attempt, 1));
    engine.phase(Phase.PAUSED);
    keeper.settle(attempt.job());
    assertThat(engine.told()).hasSize(1);
  }

  @Test
  void aTaskThatWasBegunAgainIsEnded() {
    Attempt attempt = begun();
    ledger(attempt).begin(List.of(0), ENGINE);
    keeper.settleAll();
    keeper.settleAll();
    assertThat(engine.told())
        .containsExactly("cancel " + name(attempt, 1), "forget " + name(attempt, 1));
    assertThat(ledger(attempt).find(0)).map(TaskLedger.Entry::run).contains(2);
  }

  @Test
  void aTaskOfAJobThatIsGoneIsForgotten() {
    Attempt attempt = begun();
    stores.database.execute("DELETE FROM drover.job WHERE id = ?", attempt.job().value());
    keeper.settleAll();
    assertThat(stores.tasks.list(Optional.empty())).isEmpty();
  }

  @Test
  void anEngineThatDoesNotAnswerIsAskedAgain() {
    Attempt attempt = begun();
    move(attempt, JobStatus.DISMISSED);
    engine.away(true);
    keeper.settleAll();
    assertThat(stores.tasks.list(Optional.empty())).hasSize(1);
    engine.away(false);
    keeper.settleAll();
    assertThat(stores.tasks.list(Optional.empty())).isEmpty();
  }

  @Test
  void aTaskOfAnotherMachineIsNotTouchedByAnEngineOfThisOne() {
    Attempt attempt = stores.start();
    engine.shared(false);
    stores.tasks.begin(attempt, List.of(0), ENGINE, "other/1");
    move(attempt, JobStatus.DISMISSED);
    keeper.settleAll();
    assertThat(engine.told()).isEmpty();
    assertThat(ledgerEntries()).hasSize(1);
  }

  @Test
  void aJobResumedBeforeItsAttemptHasEndedFindsItsTask() throws Exception {
    engine.shared(false);
    Attempt attempt = begun();
    TaskLedger first = ledger(attempt);
    move(attempt, JobStatus.PAUSED);
    stores.control.move(
        attempt.job(), new JobMove(Set.of(JobStatus.PAUSED), JobStatus.ACCEPTED, "anna", ""));
    stores.claim();
    first.settle(engine, List.of());
    keeper.settleAll();
    assertThat(engine.told()).isEmpty();
    assertThat(ledger(attempt).find(0)).contains(new TaskLedger.Entry(0, 1, ENGINE, true, false));
  }

  @Test
  void theTasksOfAnAttemptThatIsGivenBackGoOn() throws Exception {
    engine.shared(false);
    Attempt attempt = begun();
    TaskLedger first = ledger(attempt);
    stores.jobs.release(attempt, Duration.ZERO, "", "");
    first.settle(engine, List.of(Task.toManage(name(attempt, 1), data.resolve("task"))));
    keeper.settleAll();
    assertThat(engine.told()).isEmpty();
    assertThat(ledger(attempt).find(0)).contains(new TaskLedger.Entry(0, 1, ENGINE, true, false));
  }

  @Test
  void aTaskOfAnotherNodeOnThisMachineIsGoneOnWith() {
    engine.shared(false);
    Attempt attempt = stores.start();
    stores.tasks.begin(attempt, List.of(0), ENGINE, "other/" + Submitter.THIS.machine());
    assertThat(ledger(attempt).find(0)).contains(new TaskLedger.Entry(0, 1, ENGINE, true, false));
    move(attempt, JobStatus.DISMISSED);
    keeper.settleAll();
    assertThat(engine.told())
        .containsExactly("cancel " + name(attempt, 1), "forget " + name(attempt, 1));
  }

  @Test
  void aTaskFromBeforeTheMachineWasStartedIsForgotten() {
    engine.shared(false);
    Attempt attempt = stores.start();
    String before = Submitter.THIS.node() + "/earlier";
    stores.tasks.begin(attempt, List.of(0), ENGINE, before);
    assertThat(ledger(attempt).find(0)).map(TaskLedger.Entry::here).contains(false);
    move(attempt, JobStatus.DISMISSED);
    keeper.settleAll();
    assertThat(engine.told()).isEmpty();
    assertThat(ledgerEntries()).isEmpty();
  }

  private List<Standing> ledgerEntries() {
    return stores.tasks.list(Optional.empty());
  }

  @Test
  void theNextAttemptFindsWhatTheLastHasBegun() {
    Attempt attempt = begun();
    assertThat(ledger(attempt).find(0)).contains(new TaskLedger.Entry(0, 1, ENGINE, true, false));
    ledger(attempt).over(0);
    assertThat(ledger(attempt).find(0)).map(TaskLedger.Entry::over).contains(true);
    assertThat(ledger(attempt).begin(List.of(0, 4), ENGINE))
        .extracting(TaskLedger.Entry::run)
        .containsExactly(2, 1);
  }

  @Test
  void aStaleAttemptBeginsNothing() {
    Attempt attempt = stores.start();
    TaskLedger stale = ledger(attempt);
    stores.jobs.release(attempt, Duration.ZERO, "", "");
    assertThatThrownBy(() -> stale.begin(List.of(0), ENGINE))
        .isInstanceOf(StaleAttemptException.class);
    assertThat(stores.tasks.list(Optional.empty())).isEmpty();
  }
}
