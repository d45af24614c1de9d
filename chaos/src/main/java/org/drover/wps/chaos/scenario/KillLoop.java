package org.drover.wps.chaos.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.drover.wps.chaos.law.Request;
import org.drover.wps.chaos.rig.Cluster;

/** Nodes are killed again and again while jobs run. */
final class KillLoop implements Scenario {

  @Override
  public String number() {
    return "R01";
  }

  @Override
  public String title() {
    return "kill-loop";
  }

  @Override
  public void run(Stage stage) throws Exception {
    int jobs = stage.scaled(200, 60);
    int kills = stage.scaled(10, 3);
    Cluster cluster = stage.cluster();
    CompletableFuture<Void> submitting = CompletableFuture.runAsync(() -> submit(stage, jobs));
    List<Double> restarts = new ArrayList<>();
    for (int kill = 0; kill < kills; kill++) {
      int node = kill % cluster.nodes().size();
      stage.leaveAlone(stage.full() ? stage.between(2000, 12_000) : stage.between(1000, 4000));
      cluster.node(node).kill();
      restarts.add(cluster.restart(node).get());
    }
    submitting.get();
    stage
        .figures()
        .put("kills", kills)
        .put("restart_max_s", restarts.stream().mapToDouble(it -> it).max().orElse(0));
  }

  /** 2 parts of 20 items of 100 ms: with all slots busy the jobs last as long as the kills. */
  private static void submit(Stage stage, int jobs) {
    for (int i = 0; i < jobs; i++) {
      stage.client().submit(Request.items(2, stage.scaled(40, 20), 100));
    }
  }
}
