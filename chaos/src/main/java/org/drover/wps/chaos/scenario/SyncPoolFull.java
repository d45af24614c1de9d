package org.drover.wps.chaos.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.drover.wps.chaos.rig.Cluster;
import org.drover.wps.it.client.ExecuteXml;
import org.drover.wps.it.client.WpsClient;

/** Three times as many clients wait for runs as there are threads for them. */
final class SyncPoolFull implements Scenario {

  @Override
  public String number() {
    return "R16";
  }

  @Override
  public String title() {
    return "sync-pool-full";
  }

  @Override
  public void run(Stage stage) {
    WpsClient node = stage.client().node(0);
    ExecuteXml wait = ExecuteXml.of("wait").literal("seconds", 3).literal("steps", 10);
    AtomicInteger done = new AtomicInteger();
    AtomicInteger busy = new AtomicInteger();
    Queue<Double> capabilities = new ConcurrentLinkedQueue<>();
    int clients = 3 * Cluster.SYNC_SLOTS;
    stage.inParallel(
        clients + 1,
        clients + 1,
        it -> {
          if (it == clients) {
            askForCapabilities(stage, node, capabilities);
          } else if (node.execute(wait).status() == 200) {
            done.incrementAndGet();
          } else {
            busy.incrementAndGet();
          }
        });
    node.execute(ExecuteXml.of("echo").literal("text", "after")).succeeded();
    double worst = capabilities.stream().mapToDouble(it -> it).max().orElse(0);
    stage
        .figures()
        .put("done", done.get())
        .put("refused", busy.get())
        .put("worst_capabilities_s", worst);
    assertThat(done.get()).isGreaterThanOrEqualTo(Cluster.SYNC_SLOTS);
    assertThat(done.get() + busy.get()).isEqualTo(clients);
    assertThat(busy.get()).isPositive();
    stage.bound("seconds until the capabilities", worst, 1);
  }

  private static void askForCapabilities(Stage stage, WpsClient node, Queue<Double> seconds) {
    for (int i = 0; i < 20; i++) {
      long start = System.nanoTime();
      node.query("service=WPS&request=GetCapabilities").ok();
      seconds.add((System.nanoTime() - start) / 1e9);
      stage.leaveAlone(Duration.ofMillis(100));
    }
  }
}
