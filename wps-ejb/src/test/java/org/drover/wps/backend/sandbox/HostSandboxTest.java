package org.drover.wps.backend.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.drover.wps.backend.Ending;
import org.drover.wps.backend.Ending.Reason;
import org.drover.wps.backend.JobUser;
import org.drover.wps.backend.ProgramRun;
import org.drover.wps.backend.ResourceLimits;
import org.drover.wps.backend.Task;
import org.drover.wps.backend.TaskName;
import org.drover.wps.backend.TaskState.Phase;
import org.drover.wps.backend.TaskWatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program can see and do in the sandbox of this machine, and how hostile ones end. */
class HostSandboxTest {

  private static final ResourceLimits LIMITS =
      new ResourceLimits(
          200_000_000,
          40,
          1,
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          10_000_000,
          20_000_000);

  @TempDir Path folder;
  private final HostSandbox sandbox = new HostSandbox();
  private Path work;
  private Path logs;

  @BeforeEach
  void prepare() throws IOException {
    work = Files.createDirectory(folder.resolve("work"));
    logs = Files.createDirectory(folder.resolve("logs"));
    sandbox.prepare();
    assertThat(sandbox.problem()).isEmpty();
  }

  private ProgramRun shell(ResourceLimits limits, String script) {
    return new ProgramRun(
        List.of("sh", "-c", script), work, Map.of(), logs, Map.of(), false, limits);
  }

  private Ending run(String script) throws Exception {
    return run(LIMITS, script);
  }

  private Ending run(ResourceLimits limits, String script) throws Exception {
    return run(shell(limits, script));
  }

  /** Runs as the server does, which looks after time and files for all engines. */
  private Ending run(ProgramRun run) throws IOException {
    Task task =
        new Task(
            new TaskName("test", 0, 1),
            run,
            Files.createDirectories(folder.resolve("control")),
            "short",
            Optional.empty(),
            Optional.empty(),
            true);
    sandbox.submit(List.of(task));
    TaskWatch watch = new TaskWatch(sandbox, task);
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> watch.look().phase() == Phase.ENDED);
    Ending ending = watch.look().ending().orElseThrow();
    sandbox.forget(task);
    return ending;
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  private String stdout() throws IOException {
    return Files.readString(logs.resolve("stdout")).trim();
  }

  private String stderr() throws IOException {
    return Files.readString(logs.resolve("stderr")).trim();
  }

  @Test
  void aProgramWritesToItsWorkFolder() throws Exception {
    assertThat(run("echo said; echo complained >&2; echo written > result"))
        .isEqualTo(new Ending(Reason.EXITED, 0));
    assertThat(stdout()).isEqualTo("said");
    assertThat(stderr()).isEqualTo("complained");
    assertThat(work.resolve("result")).hasContent("written\n");
  }

  @Test
  void anExitCodeIsTold() throws Exception {
    assertThat(run("exit 3")).isEqualTo(new Ending(Reason.EXITED, 3));
  }

  @Test
  void aSignalIsTold() throws Exception {
    assertThat(run("kill -SEGV $$")).isEqualTo(new Ending(Reason.SIGNALLED, 11));
  }

  @Test
  void aProgramIsNotRootAndHasNoRights() throws Exception {
    run("id -u; sed -n 's/^\\(CapEff\\|NoNewPrivs\\):\\t//p' /proc/self/status");
    assertThat(stdout().lines().toList())
        .hasSize(3)
        .doesNotContain("0")
        .endsWith("0000000000000000", "1");
  }

  @Test
  void aProgramSeesNoOtherProcessNetworkFileOrVariable() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    run(
        "ls -d /proc/[0-9]* | wc -l; grep -c : /proc/net/dev; ls /etc/shadow /root /home "
            + secret
            + "; env | sort | cut -d = -f 1 | tr '\\n' ' '");
    List<String> lines = stdout().lines().toList();
    assertThat(Integer.parseInt(lines.get(0))).isLessThan(10);
    assertThat(lines.get(1)).isEqualTo("1"); // the loopback alone
    assertThat(lines.get(2)).isEqualTo("HOME LANG PATH PWD TMPDIR");
    assertThat(stderr().lines()).hasSize(4).allMatch(it -> it.contains("No such file"));
  }

  @Test
  void aProgramCannotWriteOutsideItsFolder() throws Exception {
    run(
        "for f in /usr/x /etc/x /x /bin/x /proc/sys/kernel/core_pattern; do echo a > $f; done; true");
    assertThat(stderr().lines())
        .hasSize(5)
        .allMatch(it -> it.contains("Read-only") || it.contains("Permission denied"));
  }

  @Test
  void aProgramCanMakeNoNamespacesOfItsOwn() throws Exception {
    assertThat(run("unshare -U true").isSuccess()).isFalse();
  }

  @Test
  void furtherFilesAreReadOnly() throws Exception {
    Path original = Files.writeString(folder.resolve("original"), "kept");
    ProgramRun run =
        new ProgramRun(
            List.of("sh", "-c", "cat in/a; echo changed > in/a; rm -rf in; mv in out; true"),
            work,
            Map.of("in/a", original),
            logs,
            Map.of(),
            false,
            LIMITS);
    run(run);
    assertThat(stdout()).isEqualTo("kept");
    assertThat(original).hasContent("kept");
  }

  @Test
  void memoryIsLimited() throws Exception {
    assertThat(run("python3 -c 'x = bytearray(400_000_000)'").reason())
        .isEqualTo(Reason.OUT_OF_MEMORY);
  }

  @Test
  void filesInThePrivateTemporaryFolderCountAsMemory() throws Exception {
    assertThat(run("head -c 400000000 /dev/zero > /tmp/x").isSuccess()).isFalse();
  }

  @Test
  void aForkBombIsHeld() throws Exception {
    assertThat(
            run("python3 -c 'import os,time\nfor i in range(1000): os.fork() or time.sleep(600)'")
                .reason())
        .isEqualTo(Reason.TOO_MANY_PROCESSES);
  }

  @Test
  void anEndlessForkBombEndsWithItsTime() throws Exception {
    assertThat(run(LIMITS.within(Duration.ofSeconds(1)), "b() { b | b & }; b; sleep 600").reason())
        .isIn(Reason.OUT_OF_TIME, Reason.TOO_MANY_PROCESSES);
    nothingIsLeft();
  }

  @Test
  void computingTimeIsLimitedForAllProcessesTogether() throws Exception {
    ResourceLimits limits =
        new ResourceLimits(
            200_000_000, 40, 2, Duration.ofSeconds(1), Duration.ofMinutes(2), 1_000_000, 1_000_000);
    assertThat(
            run(limits, "while :; do (i=0; while [ $i -lt 9999 ]; do i=$((i+1)); done); done")
                .reason())
        .isEqualTo(Reason.OUT_OF_CPU_TIME);
  }

  @Test
  void timeIsLimitedForThoseWhoIgnoreSignalsAndHide() throws Exception {
    assertThat(
            run(
                    LIMITS.within(Duration.ofSeconds(1)),
                    "trap '' TERM INT HUP; setsid sleep 987 & while :; do sleep 1; done")
                .reason())
        .isEqualTo(Reason.OUT_OF_TIME);
    nothingIsLeft();
  }

  @Test
  void aServerThatStopsEndsWhatNobodyWouldGoOnWith() throws Exception {
    Task passing = begin("passing", "echo > begun; sleep 987", true);
    Task lasting = begin("lasting", "echo > begun; sleep 2; echo > ended", false);
    sandbox.close();
    assertThat(sandbox.look(passing).ending()).contains(new Ending(Reason.CANCELLED, 0));
    assertThat(sandbox.look(lasting).phase()).isEqualTo(Phase.RUNNING);
    HostSandbox later = new HostSandbox();
    later.prepare();
    later.forget(passing);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> later.look(lasting).ending().filter(Ending::isSuccess).isPresent());
    assertThat(lasting.program().folder().resolve("ended")).exists();
    later.forget(lasting);
    later.close();
    nothingIsLeft();
  }

  private Task begin(String name, String script, boolean endsWithServer) throws IOException {
    Path root = Files.createDirectory(folder.resolve(name));
    ProgramRun run =
        new ProgramRun(
            List.of("sh", "-c", script),
            Files.createDirectory(root.resolve("work")),
            Map.of(),
            Files.createDirectory(root.resolve("logs")),
            Map.of(),
            false,
            LIMITS);
    Task task =
        new Task(
            new TaskName(name, 0, 1),
            run,
            Files.createDirectory(root.resolve("control")),
            "short",
            Optional.empty(),
            Optional.empty(),
            endsWithServer);
    sandbox.submit(List.of(task));
    await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(run.folder().resolve("begun")));
    return task;
  }

  @Test
  void aKeeperThatIsLateBeginsNothing() throws Exception {
    Task task = begin("late", "echo begun >> begun; sleep 987", false);
    sandbox.cancel(task);
    sandbox.forget(task);
    ProgramRecord record = new ProgramRecord(task);
    assertThat(record.forbid()).isTrue();
    new Launch(Bubblewrap.find(JobUser.find()), JobUser.find(), noGroups())
        .start(task.program(), record, noGroups().find("none"), false);
    await()
        .during(Duration.ofSeconds(1))
        .until(() -> record.keeper().isEmpty() && record.exitCode().isEmpty());
    assertThat(task.program().folder().resolve("begun")).hasContent("begun\n");
    nothingIsLeft();
  }

  private static Cgroups noGroups() {
    return Cgroups.detect(List.of(), "", "test");
  }

  @Test
  void aProgramWhoseKeeperIsKilledIsLost() throws Exception {
    Task task = begin("kept", "echo > begun; sleep 987", false);
    new ProgramRecord(task).keeper().orElseThrow().process().orElseThrow().destroyForcibly();
    await().atMost(Duration.ofSeconds(30)).until(() -> sandbox.look(task).ending().isPresent());
    assertThat(sandbox.look(task).ending()).contains(new Ending(Reason.LOST, 0));
    sandbox.forget(task);
    nothingIsLeft();
  }

  @Test
  void aProgramThatIsNotThereIsToldApart() throws Exception {
    ProgramRun run =
        new ProgramRun(List.of("no-such-program"), work, Map.of(), logs, Map.of(), false, LIMITS);
    assertThat(run(run).reason()).isEqualTo(Reason.NOT_STARTED);
    assertThat(stderr()).contains("no-such-program");
  }

  @Test
  void aKilledServerTakesWithItWhatNobodyWouldGoOnWith() throws Exception {
    Process server = serve(true);
    server.destroyForcibly().waitFor();
    await().atMost(Duration.ofSeconds(30)).until(() -> sleepers() == 0);
    new HostSandbox().prepare();
    assertThat(groups()).noneMatch(it -> it.startsWith(server.pid() + "-"));
  }

  @Test
  void whatAKilledServerHadBegunIsFoundByTheNext() throws Exception {
    serve(false).destroyForcibly().waitFor();
    Task task = SleepingServer.task(folder, false);
    assertThat(sandbox.look(task).phase()).isEqualTo(Phase.RUNNING);
    assertThat(sleepers()).isEqualTo(2);
    sandbox.submit(List.of(task));
    assertThat(sleepers()).isEqualTo(2);
    sandbox.cancel(task);
    assertThat(sandbox.look(task).ending()).contains(new Ending(Reason.CANCELLED, 0));
    assertThat(sleepers()).isZero();
    sandbox.forget(task);
    assertThat(groups()).noneMatch(it -> it.equals(task.name().toString()));
  }

  private Process serve(boolean endsWithServer) throws IOException {
    Process server =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                SleepingServer.class.getName(),
                folder.toString(),
                Boolean.toString(endsWithServer))
            .inheritIO()
            .start();
    Path begun = folder.resolve("killed/work/begun");
    await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(begun));
    await().atMost(Duration.ofMinutes(1)).until(() -> sleepers() == 2);
    return server;
  }

  private static long sleepers() {
    return ProcessHandle.allProcesses()
        .flatMap(it -> it.info().arguments().stream())
        .filter(it -> List.of(it).equals(List.of("988")))
        .count();
  }

  private static void nothingIsLeft() {
    assertThat(
            ProcessHandle.allProcesses()
                .flatMap(it -> it.info().commandLine().stream())
                .filter(it -> it.contains("sleep 987") || it.contains("b | b &"))
                .toList())
        .isEmpty();
    assertThat(leftGroups()).isEmpty();
  }

  private static List<String> leftGroups() {
    return groups().stream()
        .filter(
            it ->
                it.startsWith(ServerMark.own() + "-")
                    || List.of("passing", "lasting", "late", "kept").stream()
                        .anyMatch(name -> it.equals(new TaskName(name, 0, 1).toString())))
        .toList();
  }

  private static List<String> groups() {
    try (Stream<Path> groups = Files.walk(Path.of("/sys/fs/cgroup"), 3)) {
      return groups.map(it -> it.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
