package org.drover.wps.backend.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
import org.drover.wps.backend.scheduler.CommandLine;
import org.drover.wps.backend.scheduler.Commands;
import org.drover.wps.backend.scheduler.DevEngine;
import org.drover.wps.backend.scheduler.SchedulerContract;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tasks in a real Slurm. */
class SlurmBackendTest extends SchedulerContract {

  private static final DevEngine ENGINE = new DevEngine("slurm");
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Commands COMMANDS = new CommandLine(() -> "/usr/bin", Map.of(), List::of);

  @BeforeAll
  static void startEngine() {
    ENGINE.up();
  }

  @Override
  protected Backend newBackend() {
    return new SlurmBackend();
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
    assertThat(
            run("squeue", "--noheader", "--array", "--states=all", "--Format=ArrayJobID,Name:100")
                .lines()
                .filter(it -> it.contains(TaskName.PREFIX + job))
                .map(it -> it.split(" ", -1)[0]))
        .hasSize(3)
        .containsOnly(id(parts.get(0)));
    for (Task each : parts) {
      awaitEnd(backend, each);
    }
  }

  @Test
  void aSubmissionWhoseAnswerWasLostIsNotDoubled() throws Exception {
    AtomicBoolean lost = new AtomicBoolean();
    Commands losing =
        arguments -> {
          Commands.Answer answer = COMMANDS.run(arguments);
          if (arguments.get(0).equals("sbatch") && lost.compareAndSet(false, true)) {
            throw new EngineAwayException("the answer is lost");
          }
          return answer;
        };
    Backend backend = new SlurmBackend(losing);
    Task task = task("echo ran >> runs");
    assertThatThrownBy(() -> backend.submit(List.of(task))).isInstanceOf(EngineAwayException.class);
    backend.submit(List.of(task));
    assertThat(awaitEnd(backend, task).isSuccess()).isTrue();
    assertThat(run("squeue", "--noheader", "--states=all", "--Format=Name:100").lines())
        .filteredOn(it -> it.contains(task.name().array()))
        .hasSize(1);
    assertThat(task.program().folder().resolve("runs")).hasContent("ran");
  }

  @Test
  void tasksGoOnWhileTheControllerIsAway() throws Exception {
    Backend backend = newBackend();
    Task task = task("while [ ! -e go ]; do sleep 0.1; done; exit 4");
    Task later = task("true");
    backend.submit(List.of(task));
    await().atMost(LONG).until(() -> backend.look(task).phase() == Phase.RUNNING);
    stopController();
    try {
      long from = System.nanoTime();
      Backend fresh = newBackend();
      assertThat(fresh.problem()).hasValueSatisfying(it -> assertThat(it).contains("controller"));
      assertThatThrownBy(() -> fresh.submit(List.of(later)))
          .isInstanceOf(EngineAwayException.class);
      assertThatThrownBy(() -> fresh.look(task)).isInstanceOf(EngineAwayException.class);
      assertThatThrownBy(() -> fresh.cancel(task)).isInstanceOf(EngineAwayException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(20));
      Files.createFile(task.program().folder().resolve("go"));
    } finally {
      ENGINE.up();
    }
    assertThat(awaitEnd(newBackend(), task)).isEqualTo(new Ending(Reason.EXITED, 4));
    backend.submit(List.of(later));
    assertThat(awaitEnd(backend, later).isSuccess()).isTrue();
  }

  private static void stopController() throws IOException {
    String pid = Files.readString(Path.of("/run/slurm/slurmctld.pid")).strip();
    ProcessHandle controller = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    controller.destroy();
    await().atMost(LONG).until(() -> !controller.isAlive());
  }

  @Test
  void aTaskWhoseNodeGoesDownIsLost() throws Exception {
    Backend backend = newBackend();
    Task task = task("sleep 300");
    backend.submit(List.of(task));
    await().atMost(LONG).until(() -> backend.look(task).phase() == Phase.RUNNING);
    String node = run("squeue", "--noheader", "--job=" + id(task), "--Format=NodeList").strip();
    run("scontrol", "update", "NodeName=" + node, "State=DOWN", "Reason=test");
    try {
      assertThat(awaitEnd(backend, task).reason()).isEqualTo(Reason.LOST);
    } finally {
      // It may have come back by itself, which scontrol calls an error.
      COMMANDS.run(List.of("scontrol", "update", "NodeName=" + node, "State=RESUME"));
    }
  }

  @Test
  void whatAnAdministratorDoesToATaskIsTold() throws Exception {
    Backend backend = newBackend();
    Task task = task("sleep 300");
    run("scontrol", "update", "PartitionName=short", "State=DOWN");
    try {
      backend.submit(List.of(task));
      await()
          .atMost(LONG)
          .until(() -> backend.look(task).message().contains("partition, which is down"));
      run("scontrol", "hold", id(task));
      await()
          .atMost(LONG)
          .until(() -> backend.look(task).message().contains("held by an administrator"));
      assertThat(backend.look(task).phase()).isEqualTo(Phase.WAITING);
    } finally {
      run("scontrol", "update", "PartitionName=short", "State=UP");
    }
    run("scancel", id(task));
    assertThat(awaitEnd(backend, task).reason()).isEqualTo(Reason.CANCELLED);
  }

  @Test
  void aWaitingTaskCanBePausedToo() throws Exception {
    Backend backend = newBackend();
    Task task = task("true");
    run("scontrol", "update", "PartitionName=short", "State=DOWN");
    try {
      backend.submit(List.of(task));
      backend.pause(task);
      assertThat(backend.look(task).phase()).isEqualTo(Phase.PAUSED);
      backend.resume(task);
      assertThat(backend.look(task).phase()).isEqualTo(Phase.WAITING);
    } finally {
      run("scontrol", "update", "PartitionName=short", "State=UP");
    }
    assertThat(awaitEnd(backend, task).isSuccess()).isTrue();
  }

  @Test
  void whatNoMachineHasIsRefused() throws Exception {
    Backend backend = newBackend();
    System.setProperty("drover.slurm.short", "nowhere");
    try {
      Task task = task("true");
      assertThatThrownBy(() -> backend.submit(List.of(task)))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("partition");
    } finally {
      System.clearProperty("drover.slurm.short");
    }
  }

  @Test
  void tooMuchMemoryIsTheReason() throws Exception {
    Backend backend = newBackend();
    Task task = task("head -c 900000000 /dev/zero | tail -c 800000000 > /dev/null");
    backend.submit(List.of(task));
    assertThat(awaitEnd(backend, task).reason()).isEqualTo(Reason.OUT_OF_MEMORY);
  }

  private static Ending awaitEnd(Backend backend, Task task) throws IOException {
    await().atMost(LONG).until(() -> backend.look(task).phase() == Phase.ENDED);
    return backend.look(task).ending().orElseThrow();
  }

  /** Number of the array a task is in. */
  private static String id(Task task) throws IOException {
    return Files.readString(task.control().resolve("submitted")).split("_", -1)[0];
  }

  private static String run(String... arguments) throws IOException {
    Commands.Answer answer = COMMANDS.run(List.of(arguments));
    assertThat(answer.isSuccess()).as("%s says %s", List.of(arguments), answer).isTrue();
    return answer.out();
  }
}
