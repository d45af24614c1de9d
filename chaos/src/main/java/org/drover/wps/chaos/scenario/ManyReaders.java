package org.drover.wps.chaos.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.drover.wps.chaos.law.Client.Accepted;
import org.drover.wps.chaos.law.Request;
import org.drover.wps.it.client.Answer;

/** Many clients read a status while it changes: each sees whole documents that go forward. */
final class ManyReaders implements Scenario {

  @Override
  public String number() {
    return "R33";
  }

  @Override
  public String title() {
    return "many-readers";
  }

  @Override
  public void run(Stage stage) {
    int readers = stage.scaled(100, 16);
    Accepted job = stage.client().submit(Request.waiting(stage.scaled(30, 5), 200));
    AtomicLong reads = new AtomicLong();
    stage.inParallel(
        readers,
        readers,
        it -> readToTheEnd(stage, job, it % stage.cluster().nodes().size(), reads));
    stage.figures().put("readers", readers).put("reads", reads.get()).put("torn", 0);
    assertThat(reads.get()).isGreaterThan(readers);
  }

  /** The client has validated each document; a torn one would have ended this. */
  private static void readToTheEnd(Stage stage, Accepted job, int node, AtomicLong reads) {
    int last = 0;
    boolean over = false;
    while (!over) {
      Answer status = stage.client().status(node, job.id()).ok();
      over = status.state().equals("ProcessSucceeded");
      String percent = status.value("//wps:ProcessStarted/@percentCompleted");
      int now = over ? 100 : percent.isEmpty() ? 0 : Integer.parseInt(percent);
      assertThat(now).as("percent").isGreaterThanOrEqualTo(last);
      last = now;
      reads.incrementAndGet();
    }
  }
}
