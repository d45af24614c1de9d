package org.drover.wps.execution.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.drover.wps.backend.Backends;
import org.drover.wps.backend.EngineAwayException;
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

  /** As after a start. */
  private SoloKeeper keeper() {
    return Wiring.wire(new SoloKeeper(), new JobFolders(data), new Backends(List.of(engine)));
  }

  private TaskLedger begun(SoloKeeper keeper) throws IOException {
    TaskLedger ledger = keeper.ledger(new ScratchExecution(data.resolve("scratch")));
    ledger.begin(List.of(0), ENGINE);
    return ledger;
  }

  private static Task task(TaskLedger ledger) throws IOException {
    Path work = ledger.folder(0, 1).work();
    return new Task(
        new TaskName(ledger.job(), 0, 1),
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
    SoloKeeper next = keeper();
    engine.away(true);
    next.settle();
    assertThat(engine.told()).isEmpty();
    engine.away(false);
    next.settle();
    next.settle();
    assertEnded(left);
    assertNothingIsWrittenDown();
  }

  @Test
  void whatRunsIsLeftAlone() throws IOException {
    SoloKeeper keeper = keeper();
    begun(keeper);
    keeper.settle();
    assertThat(engine.told()).isEmpty();
  }

  @Test
  void whatEndsIsForgottenAndItsFilesStayForTheAnswer() throws IOException {
    SoloKeeper keeper = keeper();
    TaskLedger ledger = begun(keeper);
    Path made = Files.createFile(ledger.folder(0, 1).work().resolve("made.tif"));
    ledger.settle(engine, List.of(task(ledger)));
    keeper.settle();
    keeper().settle();
    assertEnded(ledger);
    assertThat(made).exists();
    assertNothingIsWrittenDown();
  }

  @Test
  void whatCannotBeEndedNowIsEndedLater() throws IOException {
    SoloKeeper keeper = keeper();
    TaskLedger ledger = begun(keeper);
    Task task = task(ledger);
    engine.away(true);
    assertThatThrownBy(() -> ledger.settle(engine, List.of(task)))
        .isInstanceOf(EngineAwayException.class);
    engine.away(false);
    keeper.settle();
    assertEnded(ledger);
    assertNothingIsWrittenDown();
  }

  @Test
  void whatNoEngineWasToldOfIsForgotten() throws IOException {
    SoloKeeper earlier = keeper();
    TaskLedger ledger = begun(earlier);
    Files.delete(ledger.folder(0, 1).own().resolve("backend"));
    keeper().settle();
    assertThat(engine.told()).isEmpty();
    assertNothingIsWrittenDown();
  }
}
