package org.drover.wps.chaos.scenario;

import java.util.ArrayList;
import java.util.List;
import org.drover.wps.chaos.law.Request;

/** The long queue is full and stands still; short jobs begin at once. */
final class ShortBesideLong implements Scenario {

  @Override
  public String number() {
    return "R18";
  }

  @Override
  public String title() {
    return "short-beside-long";
  }

  @Override
  public void run(Stage stage) {
    String gate = Request.newTag();
    stage.holdLongSlots(gate);
    for (int i = 0; i < 20; i++) {
      stage.client().submit(Request.longGate(gate));
    }
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < stage.scaled(50, 20); i++) {
      ids.add(stage.client().submit(Request.echo()).id());
    }
    stage.until("the short jobs end", () -> stage.audit().countOpen(ids) == 0);
    List<Double> starts =
        stage
            .audit()
            .list(
                "SELECT EXTRACT(EPOCH FROM c.at - j.created) FROM drover.job j"
                    + " JOIN chaos.change c ON c.job = j.id AND c.status = 'RUNNING'"
                    + " WHERE j.id = ANY(?)",
                ids)
            .stream()
            .map(Double::valueOf)
            .toList();
    stage.cluster().open(gate);
    double p95 = Stage.percentile(starts, 0.95);
    stage.figures().put("short_start_p95_s", p95);
    stage.bound("seconds until a short job starts", p95, 1);
  }
}
