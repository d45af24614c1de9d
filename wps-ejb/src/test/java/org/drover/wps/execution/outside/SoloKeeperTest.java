package org.drover.wps.execution.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.drover.wps.backend.Backends;
import org.drover.wps.backend.ProgramRun;
import org.drover.wps.backend.ResourceLimits;
import org.drover.wps.backend.Task;
import org.drover.wps.backend.TaskLedger;
import org.drover.wps.backend.TaskName;
import org.drover.wps.database.Wiring;
import org.drover.wps.job.JobFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of tasks of synchronous runs. */
class SoloKeeperTest {

  private static final String ENGINE = "engine";

  @TempDir Path data;
  private final NotingBackend engine = new NotingBackend(ENGINE);

  /** Of a server just started. */
  private SoloKeeper keeper() {
    return Wiring.wire(new SoloKeeper(), new JobFolders(data), new Backends(List.of(engine)));
  }

  /** As after a start once the node's name is this server's. */
  private SoloKeeper nextKeeper() throws IOException {
    SoloKeeper next = keeper();
    next.takeOver();
    return next;
  }

  private TaskLedger begun(SoloKeeper keeper) {
    return begun(keeper, List.of(0));
  }

  private TaskLedger begun(SoloKeeper keeper, List<Integer> parts) {
    TaskLedger ledger = keeper.ledger(new ScratchExecution(data.resolve("scratch")));
    ledger.begin(parts, ENGINE);
    return ledger;
  }

  private static Task task(TaskLedger ledger) throws IOException {
    return task(ledger, 0);
  }

  private static Task task(TaskLedger ledger, int part) throws IOException {
    Path work = ledger.folder(0, 1).work();
    return new Task(
        new TaskName(ledger.job(), part, 1),
        new ProgramRun(
            List.of(),
            work,
            Map.of(),
            ledger.folder(0, 1).logs(),
            Map.of(),
            false,
            ResourceLimits.USUAL),
        ledger.folder(0, 1).own(),
        ledger.queue(),
        Optional.empty(),
        ledger.expected(),
        ledger.endsWithServer());
  }

  private void assertEnded(TaskLedger... ledgers) {
    assertThat(engine.told())
        .containsExactlyInAnyOrderElementsOf(
            List.of(ledgers).stream()
                .map(it -> new TaskName(it.job(), 0, 1))
                .flatMap(it -> List.of("cancel " + it, "forget " + it).stream())
                .toList());
  }

  private void assertNothingIsWrittenDown() throws IOException {
    try (Stream<Path> files = Files.find(data.resolve("solo"), 9, (it, as) -> as.isRegularFile())) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void whatAnEarlierServerHasLeftIsEndedWhenItsEngineAnswers() throws IOException {
    TaskLedger left = begun(keeper());
    SoloKeeper next = nextKeeper();
    engine.away(true);
    next.settle();
    assertThat(engine.told()).isEmpty();
    assertThat(next.hasSettled()).isFalse();
    engine.away(false);
    next.settle();
    assertThat(next.hasSettled()).isTrue();
    next.settle();
    assertEnded(left);
    assertNothingIsWrittenDown();
  }

  @Test
  void whatRunsIsLeftAlone() throws IOException {
    SoloKeeper keeper = nextKeeper();
    begun(keeper);
    keeper.settle();
    assertThat(engine.told()).isEmpty();
  }

  @Test
  void aServerThatStartsUnderTheSameNameIsLeftAlone() throws IOException {
    SoloKeeper keeper = nextKeeper();
    begun(keeper());
    keeper.settle();
    assertThat(engine.told()).isEmpty();
  }

  @Test
  void whatANodeLongGoneHasLeftIsEndedByAnother() throws IOException {
    System.setProperty("drover.node", "other");
    SoloKeeper other = keeper();
    TaskLedger left = begun(other);
    System.clearProperty("drover.node");
    nextKeeper().settle();
    assertThat(engine.told()).isEmpty();
    Path run = left.folder(0, 1).own().getParent().getParent();
    Files.setLastModifiedTime(run, FileTime.from(Instant.now().minus(Duration.ofDays(8))));
    nextKeeper().settle();
    assertEnded(left);
    assertNothingIsWrittenDown();
  }

  @Test
  void whatEndsIsForgottenAndItsFilesStayForTheAnswer() throws IOException {
    SoloKeeper keeper = keeper();
    TaskLedger ledger = begun(keeper);
    Path made = Files.createFile(ledger.folder(0, 1).work().resolve("made.tif"));
    ledger.settle(engine, List.of(task(ledger)));
    keeper.settle();
    nextKeeper().settle();
    assertEnded(ledger);
    assertThat(made).exists();
    assertNothingIsWrittenDown();
  }

  @Test
  void whatCannotBeEndedNowIsEndedLaterAndIsNoFailureOfItsRun() throws IOException {
    SoloKeeper keeper = keeper();
    TaskLedger ledger = begun(keeper, List.of(0, 1));
    List<Task> tasks = List.of(task(ledger, 0), task(ledger, 1));
    engine.away(true);
    ledger.settle(engine, tasks);
    keeper.settle();
    engine.away(false);
    keeper.settle();
    assertThat(engine.told()).hasSize(4).contains("forget " + tasks.get(1).name());
    assertNothingIsWrittenDown();
  }

  @Test
  void whatNoEngineWasToldOfIsForgotten() throws IOException {
    TaskLedger ledger = begun(keeper());
    Files.delete(ledger.folder(0, 1).own().resolve("backend"));
    nextKeeper().settle();
    assertThat(engine.told()).isEmpty();
    assertNothingIsWrittenDown();
  }

  @Test
  void whatIsNoRecordIsPassedOver() throws IOException {
    TaskLedger left = begun(keeper());
    Path own = left.folder(0, 1).own();
    Files.createFile(own.resolveSibling(".nfs0001"));
    Files.createFile(own.getParent().resolveSibling(".nfs0002"));
    nextKeeper().settle();
    assertEnded(left);
  }
}
