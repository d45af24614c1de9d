package org.drover.wps.chaos.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.drover.wps.chaos.law.Client.Accepted;
import org.drover.wps.chaos.law.Request;
import org.drover.wps.chaos.rig.Cluster;
import org.drover.wps.it.server.DroverServer;

/** A node stands still for less than its lease: nobody takes anything over. */
final class ShortPause implements Scenario {

  @Override
  public String number() {
    return "R06";
  }

  @Override
  public String title() {
    return "short-pause";
  }

  @Override
  public void run(Stage stage) {
    int pauses = stage.scaled(10, 2);
    Duration pause = stage.cluster().lease().dividedBy(stage.scaled(3, 6));
    List<Accepted> jobs =
        IntStream.range(0, Cluster.SHORT_SLOTS)
            .mapToObj(it -> stage.client().submit(Request.items(2, stage.scaled(600, 100), 100)))
            .toList();
    for (int i = 0; i < pauses; i++) {
      DroverServer node = stage.cluster().node(i % stage.cluster().nodes().size());
      stage.leaveAlone(Duration.ofSeconds(2));
      node.pause();
      stage.leaveAlone(pause);
      node.proceed();
    }
    List<String> ids = jobs.stream().map(Accepted::id).toList();
    stage.until("all jobs end", () -> stage.audit().countOpen(ids) == 0);
    long takeovers =
        stage.audit().count("SELECT COUNT(*) FROM drover.job WHERE id = ANY(?) AND epoch > 1", ids);
    stage.figures().put("pauses", pauses).put("takeovers", takeovers);
    assertThat(takeovers).isZero();
  }
}
