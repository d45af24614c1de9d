package org.drover.wps.chaos.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.drover.wps.chaos.law.Client.Accepted;
import org.drover.wps.chaos.law.Request;

/** Thousands wait; the server stays as fast, starts again, and takes them in order. */
final class LongQueue implements Scenario {

  @Override
  public String number() {
    return "R13";
  }

  @Override
  public String title() {
    return "many-queued";
  }

  private static final double CALM_MS = 100;

  /** More than the slots that may look for a job at once. */
  private static final int OUT_OF_ORDER = 64;

  @Override
  public void run(Stage stage) throws Exception {
    int jobs = stage.scaled(10_000, 1000);
    String gate = Request.newTag();
    stage.holdShortSlots(gate);
    List<Double> accepts = new ArrayList<>();
    List<Accepted> waiting = new ArrayList<>();
    for (int i = 0; i < jobs; i++) {
      long start = System.nanoTime();
      waiting.add(stage.client().offer(0, Request.echo()).accepted().orElseThrow());
      accepts.add((System.nanoTime() - start) / 1e6);
    }
    double first = Stage.percentile(accepts.subList(0, jobs / 5), 0.95);
    double last = Stage.percentile(accepts.subList(jobs - jobs / 5, jobs), 0.95);
    double status = Stage.percentile(statusMillis(stage, waiting), 0.95);
    double restart = restart(stage);
    stage.cluster().open(gate);
    List<String> ids = waiting.stream().map(Accepted::id).toList();
    stage.until("all jobs end", () -> stage.audit().countOpen(ids) == 0);
    long outOfOrder = outOfOrder(stage, ids);
    stage
        .figures()
        .put("queued", jobs)
        .put("accept_p95_first_ms", first)
        .put("accept_p95_last_ms", last)
        .put("status_p95_ms", status)
        .put("restart_s", restart)
        .put("out_of_order", outOfOrder);
    stage.bound("no slope", last, Math.max(2 * first, CALM_MS));
    stage.bound("milliseconds of a poll", status, CALM_MS);
    assertThat(outOfOrder).as("places a job is off its own").isLessThanOrEqualTo(OUT_OF_ORDER);
  }

  private static List<Double> statusMillis(Stage stage, List<Accepted> jobs) {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < jobs.size(); i += 10) {
      long start = System.nanoTime();
      stage.client().status(1, jobs.get(i).id()).ok();
      millis.add((System.nanoTime() - start) / 1e6);
    }
    return millis;
  }

  private static double restart(Stage stage) throws Exception {
    stage.cluster().node(1).kill();
    return stage.cluster().restart(1).get();
  }

  private static long outOfOrder(Stage stage, List<String> ids) {
    return stage
        .audit()
        .count(
            "SELECT MAX(ABS(came - began)) FROM (SELECT RANK() OVER (ORDER BY j.seq) AS came,"
                + " RANK() OVER (ORDER BY c.no) AS began FROM drover.job j"
                + " JOIN chaos.change c ON c.job = j.id AND c.status = 'RUNNING'"
                + " WHERE j.id = ANY(?)) r",
            ids);
  }
}
