package org.drover.wps.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.SoftAssertions;
import org.drover.wps.backend.Ending.Reason;
import org.drover.wps.backend.TaskState.Phase;
import org.junit.jupiter.api.Test;

/**
 * Programs that mean harm, or know no better, all at once, on a {@link Backend} watched over as the
 * server does it. Each ends in time with a reason, whoever works beside them comes to the right
 * end, and nothing is left.
 */
public abstract class HostileTasks {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofSeconds(2);
  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final long MEGABYTE = 1_000_000;

  /** Runs for ever, and is known by it in the list of processes. */
  private static final String SLEEPER = "sleep 98765";

  private static final String NEIGHBOUR =
      "i=0; while [ $i -lt 40 ]; do i=$((i+1)); echo $i >> made; sleep 0.1; done";

  private static final Set<Reason> TIME = Set.of(Reason.OUT_OF_TIME);
  private static final Set<Reason> FILES = Set.of(Reason.FILE_TOO_LARGE, Reason.FOLDER_TOO_LARGE);

  /** Where engines have no counters of their own, a program that lacks something only fails. */
  private static final Set<Reason> MEMORY =
      Set.of(Reason.OUT_OF_MEMORY, Reason.SIGNALLED, Reason.EXITED);

  /** A busy machine may not come as far as the limit. */
  private static final Set<Reason> MEMORY_SLOWLY =
      Set.of(Reason.OUT_OF_MEMORY, Reason.SIGNALLED, Reason.EXITED, Reason.OUT_OF_TIME);

  private static final Set<Reason> PROCESSES =
      Set.of(Reason.TOO_MANY_PROCESSES, Reason.OUT_OF_TIME, Reason.EXITED);
  private static final Set<Reason> EXITED = Set.of(Reason.EXITED);

  private static final List<Program> PROGRAMS =
      List.of(
          new Program("fork bomb", SHORT, PROCESSES, 1, "b() { b | b & }; b; " + SLEEPER),
          new Program(
              "memory hog",
              LIMIT,
              MEMORY,
              1,
              "head -c 900000000 /dev/zero | tail -c 800000000 > /dev/null"),
          new Program(
              "temporary files",
              LIMIT,
              MEMORY_SLOWLY,
              1,
              "i=0; while head -c 5000000 /dev/zero > /tmp/$i; do i=$((i+1)); done; exit 1"),
          new Program("large file", LIMIT, FILES, 1, "head -c 60000000 /dev/zero > x"),
          new Program(
              "many files",
              LIMIT,
              FILES,
              1,
              "i=0; while :; do i=$((i+1)); head -c 4000000 /dev/zero > $i; sleep 0.1; done"),
          new Program("endless output", LIMIT, FILES, 1, "yes"),
          new Program("endless complaints", LIMIT, FILES, 1, "yes >&2"),
          new Program(
              "ignores signals",
              SHORT,
              TIME,
              1,
              "trap '' TERM INT HUP QUIT; while :; do sleep 1; done"),
          new Program("hides", SHORT, TIME, 1, "setsid " + SLEEPER + " & exec " + SLEEPER),
          new Program("daemon", LIMIT, EXITED, 0, "setsid setsid " + SLEEPER + " & sleep 0.5"),
          new Program(
              "writes elsewhere",
              LIMIT,
              EXITED,
              3,
              "for f in /x /usr/x /etc/x /bin/x {root}/x; do if echo x > $f; then exit 4; fi; done;"
                  + " exit 3"),
          new Program(
              "opens a socket",
              LIMIT,
              EXITED,
              3,
              "if command -v python3; then python3 -c 'import socket;"
                  + " socket.create_connection((\"127.0.0.1\", {port}), 2)'; else echo x | nc -w 2"
                  + " 127.0.0.1 {port}; fi; exit 3"),
          new Program("dies by a signal", LIMIT, Set.of(Reason.SIGNALLED), 6, "kill -ABRT $$"),
          new Program(
              "closed folders",
              LIMIT,
              EXITED,
              0,
              "mkdir -p a/b && echo x > a/b/c && chmod 0 a/b/c a/b a"),
          new Program(
              "odd files",
              LIMIT,
              EXITED,
              0,
              "mkfifo pipe; ln -s {root}/kept link; ln -s {root} up; ln -s . loop; mknod dev b 8 0;"
                  + " true"));

  /**
   * A program, and the end it is to come to.
   *
   * @param code exit code or signal, where it ends by one
   */
  private record Program(
      String name, Duration time, Set<Reason> reasons, int code, String script) {}

  /** A program under watch. */
  private static final class Run {
    final Program program;
    final TaskWatch watch;
    long began;
    Duration took = Duration.ZERO;
    Optional<Ending> ending = Optional.empty();

    Run(Program program, TaskWatch watch) {
      this.program = program;
      this.watch = watch;
    }

    void look() throws IOException {
      if (ending.isPresent()) {
        return;
      }
      TaskState state = watch.look();
      long now = System.nanoTime();
      if (began == 0 && state.phase() != Phase.WAITING) {
        began = now;
      }
      took = Duration.ofNanos(now - began);
      ending = state.ending();
    }
  }

  private Path root;
  private int port;

  /** A folder its tasks can reach, removed afterwards. */
  protected abstract Path newFolder() throws IOException;

  /** The engine. */
  protected abstract Backend newBackend();

  @Test
  void eachEndsInTimeWithAReasonAndHurtsNobody() throws Exception {
    root = newFolder();
    Path kept = Files.writeString(root.resolve("kept"), "kept");
    Backend backend = newBackend();
    try (ServerSocket service = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      port = service.getLocalPort();
      Map<Task, Run> runs = runAll(backend);
      SoftAssertions.assertSoftly(softly -> runs.values().forEach(it -> check(softly, it)));
      for (Task each : runs.keySet()) {
        backend.forget(each);
        assertThat(backend.look(each)).isEqualTo(TaskState.ABSENT);
        new WorkFolder(each.program().folder()).remove();
        assertThat(each.program().folder()).doesNotExist();
      }
      nobodyCame(service);
    }
    assertThat(kept).hasContent("kept");
    assertThat(root.resolve("x")).doesNotExist();
    nothingIsLeft();
  }

  private Map<Task, Run> runAll(Backend backend) throws IOException {
    Map<Task, Run> runs = new LinkedHashMap<>();
    List<Program> all = new ArrayList<>(PROGRAMS);
    all.add(0, new Program("neighbour", Duration.ofMinutes(5), EXITED, 0, NEIGHBOUR));
    for (Program each : all) {
      Task task = task(each);
      backend.submit(List.of(task));
      runs.put(task, new Run(each, new TaskWatch(backend, task)));
      lookAt(runs);
    }
    long patience = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
    while (runs.values().stream().anyMatch(it -> it.ending.isEmpty())
        && System.nanoTime() < patience) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
      lookAt(runs);
    }
    Path made = runs.keySet().iterator().next().program().folder().resolve("made");
    assertThat(made).content().endsWith("\n40\n");
    return runs;
  }

  private static void lookAt(Map<Task, Run> runs) throws IOException {
    for (Run each : runs.values()) {
      each.look();
    }
  }

  private static void check(SoftAssertions softly, Run run) {
    Program program = run.program;
    softly.assertThat(run.ending).as(program.name).isPresent();
    run.ending.ifPresent(
        ending -> {
          softly.assertThat(program.reasons).as(program.name).contains(ending.reason());
          if (program.reasons.size() == 1 && !program.reasons.equals(TIME)) {
            softly.assertThat(ending.code()).as(program.name).isEqualTo(program.code);
          }
          softly
              .assertThat(program.code == 0 || !ending.isSuccess())
              .as("%s failed", program.name)
              .isTrue();
          softly.assertThat(run.took).as(program.name).isLessThan(program.time.plus(GRACE));
        });
  }

  private static void nobodyCame(ServerSocket service) throws IOException {
    service.setSoTimeout(1);
    try {
      service.accept().close();
      throw new AssertionError("A program has come as far as the network of this machine.");
    } catch (SocketTimeoutException e) {
      assertThat(e).isNotNull();
    }
  }

  private static void nothingIsLeft() {
    assertThat(
            ProcessHandle.allProcesses()
                .flatMap(it -> it.info().commandLine().stream())
                .filter(it -> it.contains(SLEEPER) || it.contains("b | b &"))
                .toList())
        .isEmpty();
  }

  private Task task(Program program) throws IOException {
    TaskFolder folder = new TaskFolder(root.resolve(program.name));
    String script =
        program.script.replace("{root}", root.toString()).replace("{port}", Integer.toString(port));
    ProgramRun run =
        new ProgramRun(
            List.of("sh", "-c", script),
            folder.work(),
            Map.of(),
            folder.logs(),
            Map.of(),
            false,
            new ResourceLimits(
                100 * MEGABYTE,
                40,
                0.5,
                Duration.ofMinutes(5),
                program.time,
                10 * MEGABYTE,
                20 * MEGABYTE));
    return new Task(
        new TaskName(UUID.randomUUID().toString(), 0, 1),
        run,
        folder.control(),
        "short",
        Optional.empty(),
        Optional.empty(),
        false);
  }
}
