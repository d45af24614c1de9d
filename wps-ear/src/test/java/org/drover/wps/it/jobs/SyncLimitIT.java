package org.drover.wps.it.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.drover.wps.it.Holds;
import org.drover.wps.it.SharedServer;
import org.drover.wps.it.client.Answer;
import org.drover.wps.it.client.ExecuteXml;
import org.drover.wps.it.client.WpsClient;
import org.drover.wps.it.server.DroverServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs while the client waits, on a server that allows two at once for 20 s each. */
@Tag("any-database")
@ExtendWith(SharedServer.class)
class SyncLimitIT {

  private static final int RUNS = 2;

  private final WpsClient wps;
  private final DroverServer server;

  SyncLimitIT(WpsClient wps, DroverServer server) {
    this.wps = wps;
    this.server = server;
  }

  private static ExecuteXml pausing(int seconds) {
    return ExecuteXml.of("wait").literal("seconds", seconds).literal("steps", 10);
  }

  @Test
  @Holds({"B7.ServerBusy", "B1.5"})
  void overTheLimitTheServerIsBusyAtOnceAndOverTimeTheRunEnds() {
    List<CompletableFuture<Answer>> runs = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      runs.add(CompletableFuture.supplyAsync(() -> wps.execute(pausing(100))));
    }
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> server.admin().activeThreads("wps-sync") == RUNS);
    long start = System.nanoTime();
    Answer busy = wps.execute(pausing(0));
    Duration waited = Duration.ofNanos(System.nanoTime() - start);
    Answer capabilities = wps.query("service=WPS&request=GetCapabilities");

    busy.refused("ServerBusy", null, 503);
    assertThat(busy.header("Retry-After")).isPresent();
    assertThat(waited).isLessThan(Duration.ofSeconds(12));
    capabilities.ok();
    for (CompletableFuture<Answer> run : runs) {
      Answer tooLong = run.join();
      assertThat(tooLong.ok().state()).isEqualTo("ProcessFailed");
      assertThat(tooLong.value("//ows:ExceptionText")).contains("20 s").contains("asynchronously");
    }
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> server.admin().activeThreads("wps-sync") == 0);
    wps.execute(pausing(0)).succeeded();
  }
}
