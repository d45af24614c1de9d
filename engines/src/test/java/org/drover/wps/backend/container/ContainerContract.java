package org.drover.wps.backend.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.drover.wps.backend.Backend;
import org.drover.wps.backend.BackendContract;
import org.drover.wps.backend.Ending;
import org.drover.wps.backend.Ending.Reason;
import org.drover.wps.backend.EngineAwayException;
import org.drover.wps.backend.RefusedException;
import org.drover.wps.backend.Task;
import org.drover.wps.backend.TaskState;
import org.drover.wps.backend.TaskState.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What both engines do alike. */
abstract class ContainerContract extends BackendContract {

  static final Duration LONG = Duration.ofSeconds(90);
  private static final String WAITS = "touch began; while [ ! -e go ]; do sleep 0.1; done; ";

  @TempDir Path folder;

  abstract DevEngine engine();

  @Override
  protected Path newFolder() throws IOException {
    return folder;
  }

  @Override
  protected Backend newBackend() {
    return new ContainerBackend(Clock.systemUTC(), new Engine(engine().host()));
  }

  @Test
  void anImageNobodyHasIsRefused() throws Exception {
    Task task = task("true");
    Task other =
        new Task(
            task.name(),
            task.program(),
            task.control(),
            "short",
            Optional.of("none/such:1"),
            Optional.empty(),
            false);
    assertThatThrownBy(() -> newBackend().submit(List.of(other)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("none/such:1");
    assertThat(newBackend().look(other)).isEqualTo(TaskState.ABSENT);
  }

  @Test
  void whoLacksMemoryOrProcessesIsTold() throws Exception {
    Task memory = task("head -c 900000000 /dev/zero | tail -c 800000000 | wc -c");
    Task processes = task("for i in $(seq 100); do sleep 30 & done; exit 1");
    newBackend().submit(List.of(memory, processes));
    assertThat(ending(memory).reason()).isEqualTo(Reason.OUT_OF_MEMORY);
    assertThat(ending(processes).reason()).isEqualTo(Reason.TOO_MANY_PROCESSES);
  }

  @Test
  void whoIsEndedBySomebodyElseIsCancelledAndWhoEndsItselfIsNot() throws Exception {
    Task killed = task(WAITS);
    Task kills = task("kill -KILL $$");
    newBackend().submit(List.of(killed, kills));
    await().atMost(LONG).until(() -> isThere(killed, "began"));
    Engine asked = new Engine(engine().host());
    asked.ask(it -> it.killContainerCmd(killed.name().toString()).exec());
    assertThat(ending(killed).reason()).isEqualTo(Reason.CANCELLED);
    assertThat(ending(kills)).isEqualTo(new Ending(Reason.SIGNALLED, 9));
    asked.close();
  }

  @Test
  void oneThatWasMadeAndNotStartedIsStartedWhenSubmittedAgain() throws Exception {
    Task task = task("echo ran >> runs");
    new ContainerFiles(task).prepare(Optional.empty());
    Engine asked = new Engine(engine().host());
    asked.ask(it -> new ContainerOrder(task, "0:0").with(it).exec());
    assertThat(newBackend().look(task)).isEqualTo(TaskState.ABSENT);
    newBackend().submit(List.of(task));
    assertThat(ending(task).isSuccess()).isTrue();
    asked.close();
  }

  @Test
  void aProgramThatIsNotThereIsNotFound() throws Exception {
    Task task = task("no-such-program");
    newBackend().submit(List.of(task));
    assertThat(ending(task)).isEqualTo(new Ending(Reason.EXITED, 127));
    assertThat(task.program().stderr()).content().contains("not found");
  }

  @Test
  void tasksGoOnWithoutTheirEngine() throws Exception {
    Task ends = task(WAITS + "exit 6");
    Task goesOn = task(WAITS + "echo ran >> runs; while [ ! -e on ]; do sleep 0.1; done; exit 7");
    Backend backend = newBackend();
    backend.submit(List.of(ends, goesOn));
    await().atMost(LONG).until(() -> isThere(ends, "began") && isThere(goesOn, "began"));
    engine().kill();
    await().atMost(LONG).until(() -> newBackend().problem().isPresent());
    assertThatThrownBy(() -> backend.look(ends))
        .isInstanceOf(EngineAwayException.class)
        .hasMessageContaining("does not answer");
    put(ends, "go");
    put(goesOn, "go");
    await().atMost(LONG).until(() -> isThere(goesOn, "runs"));
    await().atMost(LONG).until(() -> Files.size(new ContainerFiles(ends).end()) > 0);
    engine().up();
    assertThat(ending(ends)).isEqualTo(new Ending(Reason.EXITED, 6));
    backend.submit(List.of(goesOn));
    put(goesOn, "on");
    assertThat(ending(goesOn)).isEqualTo(new Ending(Reason.EXITED, 7));
    assertThat(goesOn.program().folder().resolve("runs")).hasContent("ran");
  }

  @Test
  void anEngineThatHangsIsAway() throws Exception {
    Engine asked = new Engine(engine().host(), Duration.ofSeconds(2));
    Backend backend = new ContainerBackend(Clock.systemUTC(), asked);
    Task task = task("true");
    engine().hang(true);
    try {
      assertThatThrownBy(() -> backend.look(task)).isInstanceOf(EngineAwayException.class);
      assertThat(backend.problem()).isPresent();
    } finally {
      engine().hang(false);
    }
    assertThat(Thread.interrupted()).isFalse();
    await().atMost(LONG).until(() -> newBackend().problem().isEmpty());
    assertThat(backend.look(task)).isEqualTo(TaskState.ABSENT);
    asked.close();
  }

  final Ending ending(Task task) throws IOException {
    Backend backend = newBackend();
    await().atMost(LONG).until(() -> backend.look(task).phase() == Phase.ENDED);
    return backend.look(task).ending().orElseThrow();
  }

  static boolean isThere(Task task, String file) {
    return Files.exists(task.program().folder().resolve(file));
  }

  private static void put(Task task, String file) throws IOException {
    Files.createFile(task.program().folder().resolve(file));
  }
}
