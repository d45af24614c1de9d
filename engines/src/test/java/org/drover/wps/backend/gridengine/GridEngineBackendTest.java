package org.drover.wps.backend.gridengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.drover.wps.backend.Backend;
import org.drover.wps.backend.Ending;
import org.drover.wps.backend.Ending.Reason;
import org.drover.wps.backend.EngineAwayException;
import org.drover.wps.backend.RefusedException;
import org.drover.wps.backend.Task;
import org.drover.wps.backend.TaskName;
import org.drover.wps.backend.TaskState.Phase;
import org.drover.wps.backend.scheduler.Commands;
import org.drover.wps.backend.scheduler.DevEngine;
import org.drover.wps.backend.scheduler.SchedulerContract;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tasks in a real Grid Engine. */
class GridEngineBackendTest extends SchedulerContract {

  private static final DevEngine ENGINE = new DevEngine("gridengine");
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Commands COMMANDS = GridEngineBackend.commands();

  @BeforeAll
  static void startEngine() {
    ENGINE.up();
  }

  @Override
  protected Backend newBackend() {
    return new GridEngineBackend();
  }

  @Test
  void partsSubmittedTogetherAreOneArray() throws Exception {
    Backend backend = newBackend();
    String job = UUID.randomUUID().toString();
    List<Task> parts =
        List.of(
            task(new TaskName(job, 2, 1), "true"),
            task(new TaskName(job, 7, 1), "true"),
            task(new TaskName(job, 1, 1), "true"));
    backend.submit(parts);
    String array = number(parts.get(0)).split("\\.", -1)[0];
    assertThat(parts)
        .extracting(GridEngineBackendTest::number)
        .containsExactly(array + ".1", array + ".2", array + ".3");
    for (Task each : parts) {
      assertThat(awaitEnd(backend, each).isSuccess()).isTrue();
    }
  }

  @Test
  void aSubmissionWhoseAnswerWasLostIsNotDoubled() throws Exception {
    AtomicBoolean lost = new AtomicBoolean();
    Commands losing =
        arguments -> {
          Commands.Answer answer = COMMANDS.run(arguments);
          if (arguments.get(0).equals("qsub") && lost.compareAndSet(false, true)) {
            throw new EngineAwayException("the answer is lost");
          }
          return answer;
        };
    Backend backend = new GridEngineBackend(losing);
    Task task = task("echo ran >> runs; while [ ! -e go ]; do sleep 0.1; done");
    assertThatThrownBy(() -> backend.submit(List.of(task))).isInstanceOf(EngineAwayException.class);
    backend.submit(List.of(task));
    Files.createFile(task.program().folder().resolve("go"));
    assertThat(awaitEnd(backend, task).isSuccess()).isTrue();
    assertThat(task.program().folder().resolve("runs")).hasContent("ran");
  }

  @Test
  void tasksGoOnWhileTheMasterIsAway() throws Exception {
    Backend backend = newBackend();
    Task task = task("while [ ! -e go ]; do sleep 0.1; done; exit 4");
    Task later = task("true");
    backend.submit(List.of(task));
    await().atMost(LONG).until(() -> backend.look(task).phase() == Phase.RUNNING);
    stopMaster();
    try {
      Backend fresh = newBackend();
      assertThat(fresh.problem()).hasValueSatisfying(it -> assertThat(it).contains("Grid Engine"));
      assertThatThrownBy(() -> fresh.submit(List.of(later)))
          .isInstanceOf(EngineAwayException.class);
      assertThatThrownBy(() -> fresh.look(task)).isInstanceOf(EngineAwayException.class);
      assertThatThrownBy(() -> fresh.cancel(task)).isInstanceOf(EngineAwayException.class);
      Files.createFile(task.program().folder().resolve("go"));
    } finally {
      ENGINE.up();
    }
    assertThat(awaitEnd(newBackend(), task)).isEqualTo(new Ending(Reason.EXITED, 4));
    backend.submit(List.of(later));
    assertThat(awaitEnd(backend, later).isSuccess()).isTrue();
  }

  private static void stopMaster() throws IOException {
    String pid = Files.readString(Path.of("/var/spool/gridengine/qmaster/qmaster.pid")).strip();
    ProcessHandle master = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    master.destroy();
    await().atMost(LONG).until(() -> !master.isAlive());
  }

  @Test
  void whatAnAdministratorDoesToATaskIsTold() throws Exception {
    Backend backend = newBackend();
    Task task = task("sleep 300");
    administer("qmod", "-d", "short");
    try {
      backend.submit(List.of(task));
      await().atMost(LONG).until(() -> backend.look(task).message().contains("disabled"));
      assertThat(backend.look(task).phase()).isEqualTo(Phase.WAITING);
    } finally {
      administer("qmod", "-e", "short");
    }
    await().atMost(LONG).until(() -> backend.look(task).phase() == Phase.RUNNING);
    administer("qdel", number(task));
    assertThat(awaitEnd(backend, task).reason()).isEqualTo(Reason.CANCELLED);
  }

  @Test
  void aWaitingTaskCanBePausedToo() throws Exception {
    Backend backend = newBackend();
    Task task = task("true");
    administer("qmod", "-d", "short");
    try {
      backend.submit(List.of(task));
      backend.pause(task);
      assertThat(backend.look(task).phase()).isEqualTo(Phase.PAUSED);
      backend.resume(task);
      assertThat(backend.look(task).phase()).isEqualTo(Phase.WAITING);
    } finally {
      administer("qmod", "-e", "short");
    }
    assertThat(awaitEnd(backend, task).isSuccess()).isTrue();
  }

  @Test
  void aTaskThatCannotStartSaysWhy() throws Exception {
    Backend backend = newBackend();
    System.setProperty("drover.gridengine.options", "-wd /nowhere");
    try {
      Task task = task("true");
      backend.submit(List.of(task));
      assertThat(awaitEnd(backend, task).reason()).isEqualTo(Reason.NOT_STARTED);
      assertThat(task.program().stderr()).content().contains("/nowhere");
    } finally {
      System.clearProperty("drover.gridengine.options");
    }
  }

  @Test
  void whatNoMachineHasIsRefused() throws Exception {
    Backend backend = newBackend();
    System.setProperty("drover.gridengine.short", "nowhere");
    try {
      Task task = task("true");
      assertThatThrownBy(() -> backend.submit(List.of(task)))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("nowhere");
    } finally {
      System.clearProperty("drover.gridengine.short");
    }
  }

  private static Ending awaitEnd(Backend backend, Task task) throws IOException {
    await().atMost(LONG).until(() -> backend.look(task).phase() == Phase.ENDED);
    return backend.look(task).ending().orElseThrow();
  }

  private static String number(Task task) {
    try {
      return Files.readString(task.control().resolve("submitted"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void administer(String... arguments) {
    List<String> all = new ArrayList<>(List.of("/usr/bin/" + arguments[0]));
    all.addAll(List.of(arguments).subList(1, arguments.length));
    assertThat(DevEngine.run(all)).as("%s succeeds", all).isZero();
  }
}
