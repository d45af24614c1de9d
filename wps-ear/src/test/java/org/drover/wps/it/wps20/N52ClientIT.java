package org.drover.wps.it.wps20;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.drover.wps.it.Holds;
import org.drover.wps.it.SharedServer;
import org.drover.wps.it.client.WpsClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Java client of 52°North, a client nobody here wrote, in a process of its own. */
@Tag("any-database")
@ExtendWith(SharedServer.class)
class N52ClientIT {

  @Test
  @Holds({"C2.3", "C3.3", "C4.2", "C5.6", "C7.1"})
  void theClientRunsAProcessAtOnceAndAsAJob(WpsClient wps)
      throws IOException, InterruptedException {
    Path built = Path.of(System.getProperty("drover.n52.client"));
    String classPath =
        built.resolve("classes")
            + File.pathSeparator
            + Files.readString(built.resolve("class-path.txt")).strip();
    Process client =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                "org.drover.wps.client.N52Client",
                wps.base() + "/wps/2.0.0")
            .redirectErrorStream(true)
            .start();
    String told = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(client.waitFor()).as(told).isZero();
    assertThat(told).contains("8 passed");
  }
}
