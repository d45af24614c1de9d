package org.drover.wps.backend.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.backend.Backend;
import org.drover.wps.backend.Ending;
import org.drover.wps.backend.Ending.Reason;
import org.drover.wps.backend.ProgramRun;
import org.drover.wps.backend.ResourceLimits;
import org.drover.wps.backend.Task;
import org.drover.wps.backend.TaskName;
import org.drover.wps.backend.TaskState;
import org.drover.wps.backend.TaskState.Phase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks whose scheduler no longer knows them, or knows better than their record. */
class LostTaskTest {

  @TempDir Path folder;
  private final Map<Place, Listed> known = new HashMap<>();
  private Task task;

  @BeforeEach
  void begin() throws Exception {
    System.setProperty(Findings.GRACE.key(), "PT0.5S");
    ProgramRun program =
        new ProgramRun(
            List.of("true"),
            Files.createDirectory(folder.resolve("work")),
            Map.of(),
            Files.createDirectory(folder.resolve("logs")),
            Map.of(),
            false,
            ResourceLimits.USUAL);
    Path control = Files.createDirectory(folder.resolve("control"));
    task =
        new Task(
            new TaskName("j", 0, 1),
            program,
            control,
            "short",
            Optional.empty(),
            Optional.empty(),
            false);
    newBackend().submit(List.of(task));
  }

  @AfterEach
  void end() {
    System.clearProperty(Findings.GRACE.key());
  }

  private Backend newBackend() {
    return new SchedulerBackend(new Remembered()) {};
  }

  private Ending awaitEnd(Backend backend) {
    await().until(() -> backend.look(task).phase() == Phase.ENDED);
    try {
      return newBackend().look(task).ending().orElseThrow();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void say(Phase phase, Optional<Ending> verdict) {
    Place place = new Submission(List.of(task)).place(0);
    known.put(place, new Listed("1_0", "X", TaskState.of(phase, "why"), verdict));
  }

  @Test
  void aTaskThatBeganAndIsNowhereIsLostAfterAWhile() throws Exception {
    Files.createFile(task.program().stdout());
    Backend backend = newBackend();
    assertThat(backend.look(task).phase()).isEqualTo(Phase.RUNNING);
    assertThat(awaitEnd(backend).reason()).isEqualTo(Reason.LOST);
  }

  @Test
  void aRecordThatComesLateStillCounts() throws Exception {
    Backend backend = newBackend();
    assertThat(backend.look(task).phase()).isEqualTo(Phase.RUNNING);
    Files.createFile(task.program().stderr());
    Files.writeString(task.control().resolve("exit.json"), "{\"code\":3,\"begun\":1,\"ended\":2}");
    assertThat(awaitEnd(backend)).isEqualTo(new Ending(Reason.EXITED, 3));
  }

  @Test
  void aScriptThatCouldNotRunIsToldFromALostTask() throws Exception {
    say(Phase.ENDED, Optional.empty());
    assertThat(awaitEnd(newBackend()).reason()).isEqualTo(Reason.NOT_STARTED);
    assertThat(task.program().stderr()).content().contains("must be able to get to this folder");
  }

  @Test
  void theSchedulersReasonCountsMoreThanAFailuresCode() throws Exception {
    Files.createFile(task.program().stderr());
    Files.writeString(
        task.control().resolve("exit.json"), "{\"code\":137,\"begun\":1,\"ended\":2}");
    say(Phase.ENDED, Optional.of(new Ending(Reason.OUT_OF_MEMORY, 0)));
    assertThat(awaitEnd(newBackend()).reason()).isEqualTo(Reason.OUT_OF_MEMORY);
  }

  @Test
  void aRecordOfSuccessCountsWhateverTheSchedulerSays() throws Exception {
    Files.writeString(task.control().resolve("exit.json"), "{\"code\":0,\"begun\":1,\"ended\":2}");
    say(Phase.ENDED, Optional.of(new Ending(Reason.LOST, 0)));
    assertThat(awaitEnd(newBackend()).isSuccess()).isTrue();
  }

  /** Takes everything, runs nothing, and says what it is told to. */
  private final class Remembered implements Scheduler {
    @Override
    public String name() {
      return "remembered";
    }

    @Override
    public void probe() {}

    @Override
    public Map<Place, Listed> list() {
      return Map.copyOf(known);
    }

    @Override
    public Optional<Listed> remember(String id) {
      return Optional.empty();
    }

    @Override
    public String submit(Submission array) {
      return "1";
    }

    @Override
    public String number(String array, int index) {
      return array + "_" + index;
    }

    @Override
    public void pause(Listed listed) {}

    @Override
    public void resume(Listed listed) {}

    @Override
    public void cancel(Listed listed) {}
  }
}
