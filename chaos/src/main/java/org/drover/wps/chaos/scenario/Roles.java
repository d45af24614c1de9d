package org.drover.wps.chaos.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.drover.wps.chaos.law.Request;
import org.drover.wps.it.client.Answer;
import org.drover.wps.it.server.DroverServer;

/** One node answers requests and the other works on the queues, until both do both again. */
final class Roles implements Scenario {

  private static final String ROLE = "drover.node.role";

  @Override
  public String number() {
    return "N01";
  }

  @Override
  public String title() {
    return "roles";
  }

  @Override
  public void run(Stage stage) {
    DroverServer web = stage.cluster().node(0);
    DroverServer worker = stage.cluster().node(1);
    web.admin().setProperty(ROLE, "answers");
    worker.admin().setProperty(ROLE, "works");
    try {
      List<String> ids =
          IntStream.range(0, stage.scaled(200, 20))
              .mapToObj(it -> stage.client().offer(0, Request.echo()).accepted().orElseThrow().id())
              .toList();
      Answer refused = stage.client().offer(1, Request.echo()).answer().orElseThrow();
      stage.until("the jobs end", () -> stage.audit().countOpen(ids) == 0);
      List<String> workers =
          stage
              .audit()
              .list(
                  "SELECT DISTINCT node FROM chaos.change WHERE job = ANY(?)"
                      + " AND status = 'RUNNING'",
                  ids);
      stage.figures().put("jobs", ids.size()).put("refused_with", refused.status());
      assertThat(workers).containsExactly(worker.node());
      assertThat(refused.status()).isEqualTo(503);
    } finally {
      web.admin().removeProperty(ROLE);
      worker.admin().removeProperty(ROLE);
    }
  }
}
