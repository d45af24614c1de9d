package org.drover.wps.backend.gridengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.drover.wps.backend.Backend;
import org.drover.wps.backend.Ending.Reason;
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
  private static final Commands COMMANDS = GridEngineBackend.commands();

  @BeforeAll
  static void startEngine() {
    ENGINE.up();
  }

  @Override
  protected Backend newBackend() {
    return new GridEngineBackend();
  }

  @Override
  protected Backend newBackend(Commands commands) {
    return new GridEngineBackend(commands);
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
    return Path.of("/var/spool/gridengine/qmaster/qmaster.pid");
  }

  @Override
  protected String submits() {
    return "qsub";
  }

  @Override
  protected String nameOfController() {
    return "Grid Engine";
  }

  @Override
  protected Duration patience() {
    return LONG;
  }

  @Override
  protected String refusal() {
    return "nowhere";
  }

  @Override
  protected String asksFor(Duration time) {
    return "h_rt=" + time.toSeconds();
  }

  @Override
  protected String queueSetting() {
    return "drover.gridengine.short";
  }

  @Override
  protected void setQueueOpen(boolean open) {
    administer("qmod", open ? "-e" : "-d", "short");
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
  void whatAnAdministratorDoesToATaskIsTold() throws Exception {
    Backend backend = newBackend();
    Task task = task("sleep 300");
    setQueueOpen(false);
    try {
      backend.submit(List.of(task));
      await().atMost(LONG).until(() -> backend.look(task).message().contains("disabled"));
      assertThat(backend.look(task).phase()).isEqualTo(Phase.WAITING);
    } finally {
      setQueueOpen(true);
    }
    await().atMost(LONG).until(() -> backend.look(task).phase() == Phase.RUNNING);
    administer("qdel", number(task));
    assertThat(awaitEnd(backend, task).reason()).isEqualTo(Reason.CANCELLED);
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
