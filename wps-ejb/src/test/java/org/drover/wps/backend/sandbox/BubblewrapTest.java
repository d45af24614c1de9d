package org.drover.wps.backend.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.backend.JobUser;
import org.drover.wps.backend.ProgramRun;
import org.drover.wps.backend.ResourceLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BubblewrapTest {

  @TempDir Path folder;

  /** As a server that is not root does it, whoever runs the tests. */
  @Test
  void anOrdinaryUserHasTheSameSandbox() throws Exception {
    Path work = Files.createDirectory(folder.resolve("work"));
    Optional<JobUser> user = JobUser.find();
    if (user.isPresent()) {
      user.get().own(folder);
      user.get().own(work);
    }
    ProgramRun run =
        new ProgramRun(
            List.of(
                "sh", "-c", "echo written > x && cat x; grep -c : /proc/net/dev; unshare -U true"),
            work,
            Map.of(),
            folder,
            Map.of(),
            false,
            ResourceLimits.USUAL);
    List<String> all = new ArrayList<>(user.map(Plain::changeUser).orElse(List.of()));
    all.addAll(Bubblewrap.find(Optional.empty()).orElseThrow().arguments(run));
    Process process = new ProcessBuilder(all).directory(folder.toFile()).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String complained = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said).as(complained).isEqualTo("written\n1\n");
    assertThat(process.waitFor()).isNotZero();
    assertThat(complained).contains("unshare failed");
  }

  @Test
  void theNetworkIsThereOnlyWhenGranted() throws Exception {
    Bubblewrap bubblewrap = Bubblewrap.find(Optional.empty()).orElseThrow();
    assertThat(bubblewrap.arguments(idle(false))).contains("--unshare-net");
    assertThat(bubblewrap.arguments(idle(true)))
        .doesNotContain("--unshare-net")
        .contains("/etc/resolv.conf");
  }

  private ProgramRun idle(boolean network) {
    return new ProgramRun(
        List.of("true"), folder, Map.of(), folder, Map.of(), network, ResourceLimits.USUAL);
  }
}
