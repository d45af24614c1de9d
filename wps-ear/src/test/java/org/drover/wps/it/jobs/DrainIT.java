package org.drover.wps.it.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.drover.wps.it.Holds;
import org.drover.wps.it.SharedServer;
import org.drover.wps.it.client.Answer;
import org.drover.wps.it.client.JobClient;
import org.drover.wps.it.client.WpsClient;
import org.drover.wps.it.server.DroverServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A server that is suspended and resumed with jobs on its slots. */
@ExtendWith(SharedServer.class)
@Tag("any-database")
class DrainIT {

  private static final int PARTS = 2;
  private static final int ITEMS = 40;

  private final WpsClient wps;
  private final DroverServer server;

  DrainIT(WpsClient wps, DroverServer server) {
    this.wps = wps;
    this.server = server;
  }

  @AfterEach
  void resume() {
    server.admin().resume();
  }

  @Test
  @Holds("X2")
  void aSuspendedServerGivesItsJobsBackAndGoesOnWithThemWhenResumed() {
    JobClient job = JobClient.start(wps, Waiting.inParts("wait-in-parts", PARTS, ITEMS, 100));
    job.awaitPercent(10);
    server.admin().suspend(60);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> server.admin().activeThreads("wps-short") == 0);
    server.admin().resume();

    Answer end = job.awaitEnd();
    Waiting.assertEachItemOnce(end, PARTS, ITEMS);
    assertThat(end.state()).isEqualTo("ProcessSucceeded");
  }
}
