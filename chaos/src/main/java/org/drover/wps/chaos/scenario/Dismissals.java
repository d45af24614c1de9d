package org.drover.wps.chaos.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.drover.wps.chaos.law.Client.Accepted;
import org.drover.wps.chaos.law.Request;

/** Jobs are dismissed at any moment of their lives, twice each, at either node. */
final class Dismissals implements Scenario {

  private static final int CLIENTS = 6;

  @Override
  public String number() {
    return "R26";
  }

  @Override
  public String title() {
    return "dismissals";
  }

  @Override
  public void run(Stage stage) {
    int jobs = stage.scaled(300, 36);
    Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    stage.inParallel(
        CLIENTS,
        jobs,
        no -> {
          Accepted job = stage.client().submit(request(no).toBeDismissed());
          stage.leaveAlone(stage.between(0, 2000));
          answers.add(stage.client().dismiss(no % 2, job.id()));
          answers.add(stage.client().dismiss((no + 1) % 2, job.id()));
        });
    long outputs = outputs(stage);
    long dismissed = count(stage, "TRUE");
    stage
        .figures()
        .put("dismissed", dismissed)
        .put("while_waiting", count(stage, "c.was = 'ACCEPTED'"))
        .put("while_running", count(stage, "c.was = 'RUNNING'"))
        .put("when_ended", count(stage, "c.was IN ('SUCCEEDED', 'FAILED')"))
        .put("outputs_left", outputs);
    assertThat(answers).as("HTTP status of each answer").hasSize(2 * jobs).containsOnly(200);
    assertThat(dismissed).isEqualTo(jobs);
    assertThat(outputs).isZero();
  }

  private static long outputs(Stage stage) {
    return stage
        .audit()
        .count("SELECT COUNT(*) FROM drover.output WHERE job_id = ANY(?)", stage.client().ids());
  }

  private static long count(Stage stage, String condition) {
    return stage
        .audit()
        .count(
            "SELECT COUNT(*) FROM chaos.change c WHERE c.job = ANY(?) AND c.status = 'DISMISSED'"
                + " AND "
                + condition,
            stage.client().ids());
  }

  private static Request request(int no) {
    return no % 3 == 0
        ? Request.letters(Request.newTag(), 100_000)
        : Request.items(2, 5 * (no % 3), 100);
  }
}
