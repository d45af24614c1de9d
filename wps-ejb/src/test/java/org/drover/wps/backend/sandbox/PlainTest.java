package org.drover.wps.backend.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.backend.Ending;
import org.drover.wps.backend.Ending.Reason;
import org.drover.wps.backend.JobUser;
import org.drover.wps.backend.ProgramRun;
import org.drover.wps.backend.ResourceLimits;
import org.drover.wps.backend.Task;
import org.drover.wps.backend.TaskName;
import org.drover.wps.backend.sandbox.ProgramRecord.Order;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of the sandbox on a machine with neither bubblewrap nor control groups. */
class PlainTest {

  private static final ResourceLimits LIMITS =
      new ResourceLimits(
          200_000_000,
          500,
          1,
          Duration.ofSeconds(1),
          Duration.ofSeconds(60),
          1_000_000,
          20_000_000);

  @TempDir Path folder;
  private Path work;

  @BeforeEach
  void prepare() throws IOException {
    work = Files.createDirectory(folder.resolve("work"));
  }

  private Ending run(String script) throws Exception {
    Path original = Files.writeString(folder.resolve("original"), "kept");
    ProgramRun run =
        new ProgramRun(
            List.of("sh", "-c", script),
            work,
            Map.of("in/a", original),
            folder,
            Map.of("COLOUR", "red"),
            false,
            LIMITS);
    ProgramRecord record =
        new ProgramRecord(
            new Task(
                new TaskName("plain", 0, 1),
                run,
                Files.createTempDirectory(folder, "control"),
                "short",
                Optional.empty(),
                Optional.empty(),
                false));
    Cgroups cgroups = Cgroups.detect(List.of(), "", "1-1");
    Cgroup group = cgroups.create("none", LIMITS);
    new Launch(Optional.empty(), JobUser.find(), cgroups).start(run, record, group, false);
    Order order = new Order("none", LIMITS.cpuTime().toMillis(), System.currentTimeMillis());
    HostTask task = new HostTask(run, record, order, group, Clock.systemUTC());
    await().atMost(Duration.ofMinutes(1)).until(() -> task.look().ending().isPresent());
    assertThat(original).hasContent("kept");
    return task.look().ending().orElseThrow();
  }

  private String stdout() throws IOException {
    return Files.readString(folder.resolve("stdout"));
  }

  @Test
  void aProgramIsStillAnotherUserWithACopyOfItsInputs() throws Exception {
    assertThat(run("id -u; cat in/a; echo; echo $COLOUR; env | grep -c JAVA; echo x > made").code())
        .isZero();
    assertThat(stdout().lines().toList()).contains("kept", "red");
    assertThat(stdout().lines().findFirst()).isNotEqualTo(Optional.of("0"));
    assertThat(work.resolve("made")).exists();
  }

  @Test
  void eachProcessHasLimits() throws Exception {
    assertThat(run("head -c 2000000 /dev/zero > x"))
        .isEqualTo(new Ending(Reason.SIGNALLED, 25)); // SIGXFSZ
    assertThat(run("while :; do :; done")).isEqualTo(new Ending(Reason.SIGNALLED, 24)); // SIGXCPU
    assertThat(run("python3 -c 'x = bytearray(400_000_000)'").isSuccess()).isFalse();
    assertThat(Files.readString(folder.resolve("stderr"))).contains("MemoryError");
  }
}
