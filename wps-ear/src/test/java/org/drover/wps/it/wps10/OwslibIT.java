package org.drover.wps.it.wps10;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.drover.wps.it.Holds;
import org.drover.wps.it.SharedServer;
import org.drover.wps.it.client.WpsClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** OWSLib, a client nobody here wrote, from the Debian package python3-owslib. */
@ExtendWith(SharedServer.class)
@Tag("any-database")
class OwslibIT {

  @Test
  @Holds({"B2.2", "B3.1", "B6.9", "B6.6", "D1.3", "D2.4"})
  void owslibGetsWhatItWants(WpsClient wps) throws IOException, InterruptedException {
    Process client =
        new ProcessBuilder(
                "/usr/bin/python3",
                System.getProperty("drover.owslib.script"),
                wps.base().toString().replace("127.0.0.1", "localhost"))
            .redirectErrorStream(true)
            .start();
    String told = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(client.waitFor()).as(told).isZero();
    assertThat(told).contains("15 passed, 0 failed");
  }
}
