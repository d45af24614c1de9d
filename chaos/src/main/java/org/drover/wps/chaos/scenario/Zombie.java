package org.drover.wps.chaos.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.drover.wps.chaos.law.Client.Accepted;
import org.drover.wps.chaos.law.Request;
import org.drover.wps.chaos.rig.Audit;
import org.drover.wps.chaos.rig.Cluster;
import org.drover.wps.it.server.DroverServer;

/** A node is stopped in its tracks until the other has taken over, and then goes on. */
final class Zombie implements Scenario {

  @Override
  public String number() {
    return "R05";
  }

  @Override
  public String title() {
    return "zombie";
  }

  @Override
  public void run(Stage stage) {
    Audit audit = stage.audit();
    List<Accepted> jobs =
        IntStream.range(0, Cluster.SHORT_SLOTS)
            .mapToObj(it -> stage.client().submit(Request.items(2, 150, 100)))
            .toList();
    List<String> ids = jobs.stream().map(Accepted::id).toList();
    stage.until(
        "all jobs run",
        () -> audit.countOpen(ids) == ids.size() && checkpoints(audit, ids) >= ids.size());
    int node = stage.busiest(jobs);
    DroverServer zombie = stage.cluster().node(node);
    long held = audit.countRunning(ids, zombie.node());
    zombie.pause();
    try {
      stage.until("the other has taken over", () -> takenOver(audit, ids) == held);
      stage.leaveAlone(Duration.ofSeconds(stage.scaled(20, 2)));
    } finally {
      zombie.proceed();
    }
    long start = System.nanoTime();
    stage.until(
        "the old attempts end",
        () -> zombie.admin().activeThreads("wps-short") == audit.countRunning(ids, zombie.node()));
    stage
        .figures()
        .put("taken_over", held)
        .put("dropped_after_s", (System.nanoTime() - start) / 1e9)
        .put("stale_commits", staleCommits(audit));
    assertThat(staleCommits(audit)).isZero();
  }

  private static long checkpoints(Audit audit, List<String> ids) {
    return audit.count("SELECT COUNT(DISTINCT job) FROM chaos.checkpoint WHERE job = ANY(?)", ids);
  }

  private static long takenOver(Audit audit, List<String> ids) {
    return audit.count(
        "SELECT COUNT(DISTINCT job) FROM chaos.change WHERE job = ANY(?) AND status = 'RUNNING'"
            + " AND epoch > 1",
        ids);
  }

  /** Checkpoints of an attempt after the parts were handed to a later one. */
  private static long staleCommits(Audit audit) {
    return audit.count(
        "SELECT COUNT(*) FROM (SELECT epoch,"
            + " MAX(epoch) OVER (PARTITION BY job, part ORDER BY no) AS latest"
            + " FROM chaos.checkpoint) c WHERE epoch < latest");
  }
}
