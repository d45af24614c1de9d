package org.drover.wps.chaos.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.drover.wps.chaos.law.Client.Accepted;
import org.drover.wps.chaos.law.Client.Offer;
import org.drover.wps.chaos.law.Request;
import org.drover.wps.chaos.rig.Cluster;

/** One node after the other is stopped in order and started again, under load. */
final class RollingRestart implements Scenario {

  @Override
  public String number() {
    return "R31";
  }

  @Override
  public String title() {
    return "rolling-restart";
  }

  @Override
  public void run(Stage stage) throws Exception {
    List<Accepted> jobs =
        IntStream.range(0, Cluster.SHORT_SLOTS)
            .mapToObj(it -> stage.client().submit(Request.items(2, 100, 100)))
            .toList();
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger failures = new AtomicInteger();
    CompletableFuture<Void> clients =
        CompletableFuture.runAsync(() -> stage.inParallel(2, 2, it -> ask(stage, over, failures)));
    List<Double> stops = new ArrayList<>();
    for (int i = 0; i < stage.scaled(3, 1); i++) {
      for (int node = 0; node < stage.cluster().nodes().size(); node++) {
        stage.leaveAlone(Duration.ofSeconds(2));
        long start = System.nanoTime();
        stage.cluster().node(node).terminate();
        stops.add((System.nanoTime() - start) / 1e9);
        stage.cluster().restart(node).get();
      }
    }
    over.set(true);
    clients.join();
    List<String> ids = jobs.stream().map(Accepted::id).toList();
    long crashes =
        stage
            .audit()
            .count("SELECT COALESCE(SUM(crashes), 0) FROM drover.job WHERE id = ANY(?)", ids);
    stage
        .figures()
        .put("stops", stops.size())
        .put("stop_max_s", Stage.percentile(stops, 1))
        .put("visible_failures", failures.get())
        .put("counted_as_crashes", crashes);
    assertThat(failures.get()).isZero();
    assertThat(crashes).isZero();
    assertThat(stops).allMatch(it -> it <= 60);
  }

  /** A client that goes to the other node when one is away; both at once must not be. */
  private static void ask(Stage stage, AtomicBoolean over, AtomicInteger failures) {
    while (!over.get()) {
      boolean accepted = false;
      for (int node = 0; node < stage.cluster().nodes().size() && !accepted; node++) {
        Offer offer = stage.client().offer(node, Request.echo());
        accepted = offer.accepted().isPresent();
      }
      failures.addAndGet(accepted ? 0 : 1);
      stage.leaveAlone(Duration.ofMillis(200));
    }
  }
}
