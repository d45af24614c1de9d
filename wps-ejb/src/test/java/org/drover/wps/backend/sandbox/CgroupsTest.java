package org.drover.wps.backend.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.drover.wps.backend.ResourceLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CgroupsTest {

  @TempDir Path folder;

  @Test
  void controllersOfVersion2AreHandedDown() throws IOException {
    for (String each : List.of("", "wps", "wps/jobs")) {
      Path group = Files.createDirectories(folder.resolve(each));
      Files.writeString(group.resolve("cgroup.controllers"), "cpuset cpu io memory pids\n");
      Files.writeString(group.resolve("cgroup.procs"), "");
    }
    Cgroups cgroups =
        Cgroups.detect(
            List.of("cgroup2 " + folder + " cgroup2 rw,nsdelegate 0 0"), "wps/jobs", "1-1");
    assertThat(folder.resolve("cgroup.subtree_control")).exists();
    assertThat(folder.resolve("wps/cgroup.subtree_control")).exists();
    assertThat(folder.resolve("wps/jobs/cgroup.subtree_control")).content().contains("+");
    assertThat(cgroups.create(cgroups.nameHere(), ResourceLimits.USUAL).doors())
        .containsExactly(folder.resolve("wps/jobs/1-1-1/cgroup.procs"));
  }

  @Test
  void aMachineWithoutAnyIsTold() throws IOException {
    Cgroups cgroups = Cgroups.detect(List.of("proc /proc proc rw 0 0"), "drover", "1-1");
    assertThat(cgroups.isComplete()).isFalse();
    assertThat(cgroups.bounds("memory")).isFalse();
    assertThat(cgroups.create(cgroups.nameHere(), ResourceLimits.USUAL).doors()).isEmpty();
  }

  /** A server with the mark of process 1 at another time is gone. */
  @Test
  void whatAServerThatIsGoneHasLeftIsEnded() throws Exception {
    Cgroups gone =
        Cgroups.detect(
            Files.readAllLines(Path.of("/proc/self/mounts")), "drover", "1-999999999999");
    Cgroup group = gone.create(gone.nameHere(), ResourceLimits.USUAL);
    assertThat(group.doors()).isNotEmpty();
    Process left = new ProcessBuilder("sleep", "600").start();
    for (Path door : group.doors()) {
      Files.writeString(door, Long.toString(left.pid()));
    }
    Cgroups.detect(Files.readAllLines(Path.of("/proc/self/mounts")), "drover", ServerMark.own())
        .sweep(Instant.now());
    await().atMost(Duration.ofSeconds(30)).until(() -> !left.isAlive());
    assertThat(Stream.of(group.doors().toArray(Path[]::new))).noneMatch(Files::exists);
  }

  @Test
  void whatOutlivesItsServerIsLeftToItsJob() throws Exception {
    Cgroups cgroups =
        Cgroups.detect(
            Files.readAllLines(Path.of("/proc/self/mounts")), "drover", ServerMark.own());
    Cgroup busy = cgroups.create("drover-busy-1-0", ResourceLimits.USUAL);
    Cgroup forsaken = cgroups.create("drover-forsaken-1-0", ResourceLimits.USUAL);
    Process program = new ProcessBuilder("sleep", "600").start();
    try {
      for (Path door : busy.doors()) {
        Files.writeString(door, Long.toString(program.pid()));
      }
      cgroups.sweep(Instant.now());
      assertThat(forsaken.doors()).isNotEmpty().allMatch(Files::exists);
      cgroups.sweep(Instant.now().plus(Duration.ofHours(2)));
      assertThat(program.isAlive()).isTrue();
      assertThat(busy.doors()).allMatch(Files::exists);
      assertThat(forsaken.doors()).noneMatch(Files::exists);
    } finally {
      busy.end();
    }
    assertThat(program.waitFor()).isNotZero();
  }

  @Test
  void aRunningServerIsNotGone() {
    assertThat(ServerMark.isGone(ServerMark.own() + "-1")).isFalse();
    assertThat(ServerMark.isGone("1-999999999999-1")).isTrue();
    assertThat(ServerMark.isGone("something else")).isFalse();
  }
}
