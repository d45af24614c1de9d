package org.drover.wps.chaos.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.drover.wps.chaos.law.Client.Accepted;
import org.drover.wps.chaos.law.Request;
import org.drover.wps.chaos.rig.Audit;
import org.drover.wps.chaos.rig.Cluster;

/** A node dies for good, and the other takes its jobs over at their checkpoints. */
final class TakeOver implements Scenario {

  @Override
  public String number() {
    return "R04";
  }

  @Override
  public String title() {
    return "take-over";
  }

  private static final int JOBS = Cluster.SHORT_SLOTS;

  @Override
  public void run(Stage stage) {
    int rounds = stage.scaled(5, 1);
    List<Double> waits = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      stage.cluster().awaitAll();
      waits.addAll(killTheBusiest(stage));
    }
    double limit = stage.cluster().lease().toSeconds() + 5;
    stage
        .figures()
        .put("taken_over", waits.size())
        .put("takeover_p50_s", Stage.percentile(waits, 0.5))
        .put("takeover_max_s", Stage.percentile(waits, 1))
        .put("limit_s", limit);
    assertThat(waits).as("jobs taken over").isNotEmpty();
    stage.bound("P3: seconds until the last was taken over", Stage.percentile(waits, 1), limit);
  }

  /** As many jobs as one node has slots, so that the survivor has a slot for each. */
  private static List<Double> killTheBusiest(Stage stage) {
    Audit audit = stage.audit();
    List<Accepted> jobs =
        IntStream.range(0, JOBS)
            .mapToObj(it -> stage.client().submit(Request.items(2, 60, 100)))
            .toList();
    List<String> ids = jobs.stream().map(Accepted::id).toList();
    stage.until(
        "all jobs have a checkpoint",
        () ->
            audit.count("SELECT COUNT(DISTINCT job) FROM chaos.checkpoint WHERE job = ANY(?)", ids)
                == JOBS);
    int node = stage.busiest(jobs);
    String name = stage.cluster().node(node).node();
    double killed = audit.now();
    stage.cluster().node(node).kill();
    List<String> orphaned =
        audit.list(
            "SELECT id FROM drover.job WHERE id = ANY(?) AND status = 'RUNNING'"
                + " AND lease_node = ?",
            ids,
            name);
    stage.until(
        "all are taken over", () -> waits(audit, orphaned, killed).size() == orphaned.size());
    return waits(audit, orphaned, killed);
  }

  private static List<Double> waits(Audit audit, List<String> jobs, double since) {
    return audit
        .list(
            "SELECT MIN(EXTRACT(EPOCH FROM at)) - ? FROM chaos.change WHERE job = ANY(?)"
                + " AND status = 'RUNNING' AND epoch > 1 GROUP BY job",
            since,
            jobs)
        .stream()
        .map(Double::valueOf)
        .toList();
  }
}
