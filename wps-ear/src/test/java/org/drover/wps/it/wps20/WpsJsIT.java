package org.drover.wps.it.wps20;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.drover.wps.it.Holds;
import org.drover.wps.it.SharedServer;
import org.drover.wps.it.Work;
import org.drover.wps.it.client.WpsClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** wps-js of 52°North, a client nobody here wrote, under Node; npm installs it here. */
@Tag("any-database")
@ExtendWith(SharedServer.class)
class WpsJsIT {

  private static final List<String> FILES =
      List.of("package.json", "package-lock.json", "wps_js_client.cjs");

  @Test
  @Holds({"C2.1", "C3.4", "C4.2", "C5.6", "B2.2", "B6.6", "B6.11"})
  void theClientRunsAProcessInBothVersions(WpsClient wps) throws IOException, InterruptedException {
    Path folder = Work.folder("wps-js");
    Path sources = Path.of(System.getProperty("drover.wps-js.folder"));
    Files.createDirectories(folder);
    for (String file : FILES) {
      Files.copy(sources.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    run(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");

    String base = wps.base().toString().replace("127.0.0.1", "localhost");
    assertThat(run(folder, "node", "wps_js_client.cjs", base)).contains("18 passed, 0 failed");
  }

  private static String run(Path folder, String... command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(told).isZero();
    return told;
  }
}
