package org.drover.wps.backend.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.drover.wps.backend.Backend;
import org.drover.wps.backend.BackendContract;
import org.drover.wps.backend.Ending;
import org.drover.wps.backend.Ending.Reason;
import org.drover.wps.backend.EngineAwayException;
import org.drover.wps.backend.RefusedException;
import org.drover.wps.backend.Task;
import org.drover.wps.backend.TaskState.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every scheduler does with tasks. */
public abstract class SchedulerContract extends BackendContract {

  protected static final Duration LONG = Duration.ofSeconds(60);

  @RegisterExtension final OpenFolders folders = new OpenFolders();

  @Override
  protected Path newFolder() throws IOException {
    return folders.create();
  }

  /** The engine of the tests. */
  protected abstract DevEngine engine();

  /** Where its controller leaves the number of its process. */
  protected abstract Path pidOfController();

  /** Lets tasks of the queue wait, or begin again. */
  protected abstract void setQueueOpen(boolean open) throws IOException;

  /** The setting that names the queue. */
  protected abstract String queueSetting();

  /** A backend whose commands are answered by others. */
  protected abstract Backend newBackend(Commands commands);

  protected abstract Commands commands();

  /** The command that submits. */
  protected abstract String submits();

  /** What is said when the controller is away names it so. */
  protected abstract String nameOfController();

  /** How long it may take at most to find out, four times, that the controller is away. */
  protected abstract Duration patience();

  /** What a refusal for a queue called {@code nowhere} must name. */
  protected abstract String refusal();

  /** How a time to run is asked for. */
  protected abstract String asksFor(Duration time);

  /** Holds against the engine's own list that a task was submitted once, where it has one. */
  protected void checkSubmittedOnce(Task task) throws IOException {}

  @Test
  void theTimeATaskIsExpectedToTakeIsAskedFor() throws Exception {
    List<String> asked = new ArrayList<>();
    Backend backend =
        newBackend(
            arguments -> {
              if (arguments.get(0).equals(submits())) {
                asked.addAll(arguments);
              }
              return commands().run(arguments);
            });
    Task task = task("true");
    Task expected =
        new Task(
            task.name(),
            task.program(),
            task.control(),
            task.queue(),
            task.image(),
            Optional.of(Duration.ofMinutes(3)),
            false);
    backend.submit(List.of(expected));
    await().atMost(LONG).until(() -> backend.look(expected).phase() == Phase.ENDED);
    assertThat(backend.look(expected).ending()).contains(new Ending(Reason.EXITED, 0));
    assertThat(asked)
        .flatMap(it -> List.of(it.split(",", -1)))
        .contains(asksFor(Duration.ofMinutes(3)));
  }

  @Test
  void aSubmissionWhoseAnswerWasLostIsNotDoubled() throws Exception {
    AtomicBoolean lost = new AtomicBoolean();
    Backend backend =
        newBackend(
            arguments -> {
              Commands.Answer answer = commands().run(arguments);
              if (arguments.get(0).equals(submits()) && lost.compareAndSet(false, true)) {
                throw new EngineAwayException("the answer is lost");
              }
              return answer;
            });
    Task task = task("echo ran >> runs; while [ ! -e go ]; do sleep 0.1; done");
    assertThatThrownBy(() -> backend.submit(List.of(task))).isInstanceOf(EngineAwayException.class);
    backend.submit(List.of(task));
    Files.createFile(task.program().folder().resolve("go"));
    assertThat(awaitEnd(backend, task).isSuccess()).isTrue();
    checkSubmittedOnce(task);
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
      assertThat(fresh.problem())
          .hasValueSatisfying(it -> assertThat(it).contains(nameOfController()));
      assertThatThrownBy(() -> fresh.submit(List.of(later)))
          .isInstanceOf(EngineAwayException.class);
      assertThatThrownBy(() -> fresh.look(task)).isInstanceOf(EngineAwayException.class);
      assertThatThrownBy(() -> fresh.cancel(task)).isInstanceOf(EngineAwayException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(patience());
      Files.createFile(task.program().folder().resolve("go"));
    } finally {
      engine().up();
    }
    assertThat(awaitEnd(newBackend(), task)).isEqualTo(new Ending(Reason.EXITED, 4));
    backend.submit(List.of(later));
    assertThat(awaitEnd(backend, later).isSuccess()).isTrue();
  }

  private void stopController() throws IOException {
    String pid = Files.readString(pidOfController()).strip();
    ProcessHandle controller = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    controller.destroy();
    await().atMost(LONG).until(() -> !controller.isAlive());
  }

  @Test
  void aWaitingTaskCanBePausedToo() throws Exception {
    Backend backend = newBackend();
    Task task = task("true");
    setQueueOpen(false);
    try {
      backend.submit(List.of(task));
      backend.pause(task);
      assertThat(backend.look(task).phase()).isEqualTo(Phase.PAUSED);
      backend.resume(task);
      assertThat(backend.look(task).phase()).isEqualTo(Phase.WAITING);
    } finally {
      setQueueOpen(true);
    }
    assertThat(awaitEnd(backend, task).isSuccess()).isTrue();
  }

  @Test
  void whatNoMachineHasIsRefused() throws Exception {
    Backend backend = newBackend();
    System.setProperty(queueSetting(), "nowhere");
    try {
      Task task = task("true");
      assertThatThrownBy(() -> backend.submit(List.of(task)))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining(refusal());
    } finally {
      System.clearProperty(queueSetting());
    }
  }

  protected static Ending awaitEnd(Backend backend, Task task) throws IOException {
    await().atMost(LONG).until(() -> backend.look(task).phase() == Phase.ENDED);
    return backend.look(task).ending().orElseThrow();
  }
}
