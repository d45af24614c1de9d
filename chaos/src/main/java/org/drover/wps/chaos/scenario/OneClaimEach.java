package org.drover.wps.chaos.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.drover.wps.chaos.law.Request;

/** Two nodes take many small jobs from one queue: each is taken once. */
final class OneClaimEach implements Scenario {

  @Override
  public String number() {
    return "R12";
  }

  @Override
  public String title() {
    return "one-claim-each";
  }

  @Override
  public void run(Stage stage) {
    int jobs = stage.scaled(10_000, 200);
    String gate = Request.newTag();
    stage.holdShortSlots(gate);
    stage.inParallel(8, jobs, it -> stage.client().submit(Request.echo()));
    List<String> ids = stage.client().ids();
    stage.cluster().open(gate);
    long start = System.nanoTime();
    stage.until("all jobs end", () -> stage.audit().countOpen(ids) == 0);
    long claims =
        stage
            .audit()
            .count(
                "SELECT COUNT(*) FROM chaos.change WHERE job = ANY(?) AND status = 'RUNNING'", ids);
    List<String> takers =
        stage
            .audit()
            .list(
                "SELECT DISTINCT node FROM chaos.change WHERE job = ANY(?) AND status = 'RUNNING'",
                ids);
    stage
        .figures()
        .put("jobs", ids.size())
        .put("claims", claims)
        .put("lapsed", stage.audit().countLapsed(ids))
        .put("nodes", takers.size())
        .put("jobs_per_s", jobs / ((System.nanoTime() - start) / 1e9));
    assertThat(claims).isEqualTo(ids.size() + stage.audit().countLapsed(ids));
  }
}
