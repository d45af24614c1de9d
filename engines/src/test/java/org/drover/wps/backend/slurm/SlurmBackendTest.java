package org.drover.wps.backend.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.drover.wps.backend.Backend;
import org.drover.wps.backend.Ending.Reason;
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
  private static final Commands COMMANDS = new CommandLine(() -> "/usr/bin", Map.of(), List::of);

  @BeforeAll
  static void startEngine() {
    ENGINE.up();
  }

  @Override
  protected Backend newBackend() {
    return new SlurmBackend();
  }

  @Override
  protected Backend newBackend(Commands commands) {
    return new SlurmBackend(commands);
  }

  @Override
  protected Commands commands() {
    return COMMANDS;
  }

  @Override
  protected DevEngine engine() {
    return ENGINE;
  }

  @Override
  protected Path pidOfController() {
    return Path.of("/run/slurm/slurmctld.pid");
  }

  @Override
  protected String submits() {
    return "sbatch";
  }

  @Override
  protected String nameOfController() {
    return "controller";
  }

  @Override
  protected Duration patience() {
    return Duration.ofSeconds(20);
  }

  @Override
  protected String refusal() {
    return "partition";
  }

  @Override
  protected String asksFor(Duration time) {
    return "--time=" + time.toMinutes();
  }

  @Override
  protected void checkSubmittedOnce(Task task) throws IOException {
    assertThat(run("squeue", "--noheader", "--states=all", "--Format=Name:100").lines())
        .filteredOn(it -> it.contains(task.name().array()))
        .hasSize(1);
  }

  @Override
  protected String queueSetting() {
    return "drover.slurm.short";
  }

  @Override
  protected void setQueueOpen(boolean open) throws IOException {
    run("scontrol", "update", "PartitionName=short", "State=" + (open ? "UP" : "DOWN"));
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
    setQueueOpen(false);
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
      setQueueOpen(true);
    }
    run("scancel", id(task));
    assertThat(awaitEnd(backend, task).reason()).isEqualTo(Reason.CANCELLED);
  }

  @Test
  void tooMuchMemoryIsTheReason() throws Exception {
    Backend backend = newBackend();
    Task task = task("head -c 900000000 /dev/zero | tail -c 800000000 > /dev/null");
    backend.submit(List.of(task));
    assertThat(awaitEnd(backend, task).reason()).isEqualTo(Reason.OUT_OF_MEMORY);
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
