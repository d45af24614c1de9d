package org.drover.wps.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.drover.wps.backend.Ending.Reason;
import org.drover.wps.backend.TaskState.Phase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Backend} does with tasks; each runs real ones. */
public abstract class BackendContract {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final long MEGABYTE = 1_000_000;

  private Path root;
  private Backend backend;
  private int made;

  /** A folder its tasks can reach, removed afterwards. */
  protected abstract Path newFolder() throws IOException;

  /** The engine as a server sees it that has just started. */
  protected abstract Backend newBackend();

  @BeforeEach
  void begin() throws IOException {
    root = newFolder();
    backend = newBackend();
    assertThat(backend.problem()).isEmpty();
  }

  @Test
  void aProgramLeavesItsFilesAndWhatItSaid() throws Exception {
    Task task = task("echo out; echo err >&2; cat in/data > made; echo \"$GREETING\" >> made");
    submit(task);
    assertThat(ending(task)).isEqualTo(new Ending(Reason.EXITED, 0));
    assertThat(task.program().stdout()).hasContent("out");
    assertThat(task.program().stderr()).hasContent("err");
    assertThat(made(task, "made")).isEqualTo("the data\nhello\n");
    backend.forget(task);
    assertThat(backend.look(task)).isEqualTo(TaskState.ABSENT);
  }

  @Test
  void howItEndedIsToldUntilItIsForgotten() throws Exception {
    Task fails = task("exit 7");
    Task dies = task("kill -SEGV $$; sleep 5");
    submit(fails);
    submit(dies);
    assertThat(ending(fails)).isEqualTo(new Ending(Reason.EXITED, 7));
    assertThat(ending(dies)).isEqualTo(new Ending(Reason.SIGNALLED, 11));
    assertThat(ending(fails)).isEqualTo(new Ending(Reason.EXITED, 7));
  }

  @Test
  void aTaskSubmittedTwiceRunsOnce() throws Exception {
    Task task = task("echo ran >> runs; sleep 2");
    submit(task);
    submit(task);
    newBackend().submit(List.of(task));
    assertThat(ending(task).isSuccess()).isTrue();
    submit(task);
    assertThat(ending(task).isSuccess()).isTrue();
    assertThat(made(task, "runs")).isEqualTo("ran\n");
  }

  @Test
  void partsSubmittedTogetherHaveEndsOfTheirOwn() throws Exception {
    String job = UUID.randomUUID().toString();
    List<Task> parts =
        List.of(
            task(new TaskName(job, 0, 1), "echo 0 > made"),
            task(new TaskName(job, 3, 1), "exit 3"),
            task(new TaskName(job, 5, 1), "echo 5 > made"));
    backend.submit(parts);
    assertThat(ending(parts.get(0)).isSuccess()).isTrue();
    assertThat(ending(parts.get(1))).isEqualTo(new Ending(Reason.EXITED, 3));
    assertThat(ending(parts.get(2)).isSuccess()).isTrue();
    assertThat(made(parts.get(2), "made")).isEqualTo("5\n");
    Task again = task(new TaskName(job, 3, 2), "echo again > made");
    submit(again);
    assertThat(ending(again).isSuccess()).isTrue();
  }

  @Test
  void aTaskNobodySubmittedIsAbsent() throws Exception {
    Task task = task("true");
    assertThat(backend.look(task)).isEqualTo(TaskState.ABSENT);
    backend.cancel(task);
    backend.forget(task);
  }

  @Test
  void aPausedTaskStandsStillAndGoesOn() throws Exception {
    Task task = task("while [ ! -e in/none ]; do date >> ticks; sleep 0.1; done");
    submit(task);
    await().atMost(LONG).until(() -> Files.exists(task.program().folder().resolve("ticks")));
    backend.pause(task);
    awaitPhase(task, Phase.PAUSED);
    long stood = awaitStandstill(task, "ticks");
    backend.pause(task);
    backend.resume(task);
    await().atMost(LONG).until(() -> size(task, "ticks") > stood);
    awaitPhase(task, Phase.RUNNING);
    backend.pause(task);
    awaitPhase(task, Phase.PAUSED);
    end(task);
  }

  @Test
  void aCancelledTaskGoesWithAllItStarted() throws Exception {
    Task task =
        task("trap '' TERM; setsid sh -c 'while true; do date >> ticks; sleep 0.1; done' & wait");
    submit(task);
    await().atMost(LONG).until(() -> Files.exists(task.program().folder().resolve("ticks")));
    end(task);
    long last = size(task, "ticks");
    await().during(Duration.ofSeconds(1)).until(() -> size(task, "ticks") == last);
  }

  @Test
  void itSeesItsOwnFilesAloneAndNoNetwork() throws Exception {
    Path secret = Files.writeString(root.resolve("secret"), "secret");
    Task task =
        task(
            "cat "
                + secret
                + " && exit 1; echo x > "
                + root.resolve("planted")
                + " && exit 2; echo x > in/data && exit 3; cat /proc/net/dev | grep -v lo: | grep :"
                + " && exit 4; ls /work/../control && exit 5; [ \"$(id -u)\" = 0 ] && exit 6;"
                + " env | grep -i secret && exit 7; exit 0");
    submit(task);
    assertThat(ending(task)).isEqualTo(new Ending(Reason.EXITED, 0));
    assertThat(root.resolve("planted")).doesNotExist();
  }

  @Test
  void aServerThatComesBackFindsAPausedTask() throws Exception {
    Task task = task("while [ ! -e in/none ]; do date >> ticks; sleep 0.1; done");
    submit(task);
    await().atMost(LONG).until(() -> Files.exists(task.program().folder().resolve("ticks")));
    backend.pause(task);
    awaitPhase(task, Phase.PAUSED);
    long stood = awaitStandstill(task, "ticks");
    backend = newBackend();
    assertThat(backend.look(task).phase()).isEqualTo(Phase.PAUSED);
    backend.resume(task);
    await().atMost(LONG).until(() -> size(task, "ticks") > stood);
    end(task);
  }

  @Test
  void whoTakesTooMuchMemoryIsEnded() throws Exception {
    Task task = task("head -c 900000000 /dev/zero | tail -c 800000000 > /dev/null");
    submit(task);
    assertThat(ending(task).isSuccess()).isFalse();
  }

  @Test
  void aServerThatComesBackFindsWhatItHadBegun() throws Exception {
    Task task = task("sleep 3; echo ran >> runs");
    submit(task);
    Backend later = newBackend();
    await().atMost(LONG).until(() -> later.look(task).phase() == Phase.ENDED);
    assertThat(later.look(task).ending()).contains(new Ending(Reason.EXITED, 0));
    assertThat(made(task, "runs")).isEqualTo("ran\n");
  }

  private void submit(Task task) throws IOException {
    backend.submit(List.of(task));
  }

  private Ending ending(Task task) {
    awaitPhase(task, Phase.ENDED);
    try {
      return backend.look(task).ending().orElseThrow();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void end(Task task) throws IOException {
    backend.cancel(task);
    await()
        .atMost(LONG)
        .until(() -> List.of(Phase.ENDED, Phase.ABSENT).contains(backend.look(task).phase()));
    backend.forget(task);
  }

  private void awaitPhase(Task task, Phase phase) {
    await().atMost(LONG).until(() -> backend.look(task).phase() == phase);
  }

  /** An engine may say that a task is paused a moment before its processes are. */
  private static long awaitStandstill(Task task, String file) {
    AtomicLong last = new AtomicLong(-1);
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> last.getAndSet(size(task, file)) == last.get());
    return last.get();
  }

  private static String made(Task task, String file) throws IOException {
    return Files.readString(task.program().folder().resolve(file));
  }

  private static long size(Task task, String file) throws IOException {
    return Files.size(task.program().folder().resolve(file));
  }

  /** A shell program that gets a file {@code in/data}. */
  protected final Task task(String script) throws IOException {
    return task(new TaskName(UUID.randomUUID().toString(), 0, 1), script);
  }

  /** A named one. */
  protected final Task task(TaskName name, String script) throws IOException {
    Path folder = Files.createDirectories(root.resolve("tasks").resolve(Integer.toString(made++)));
    Path data = Files.writeString(folder.resolve("data"), "the data\n");
    ProgramRun program =
        new ProgramRun(
            List.of("sh", "-c", script),
            Files.createDirectory(folder.resolve("work")),
            Map.of("in/data", data),
            Files.createDirectory(folder.resolve("logs")),
            Map.of("GREETING", "hello"),
            false,
            new ResourceLimits(
                300 * MEGABYTE,
                64,
                1,
                Duration.ofMinutes(5),
                Duration.ofMinutes(5),
                100 * MEGABYTE,
                200 * MEGABYTE));
    return new Task(
        name,
        program,
        Files.createDirectory(folder.resolve("control")),
        "short",
        Optional.empty(),
        Optional.empty(),
        false);
  }
}
