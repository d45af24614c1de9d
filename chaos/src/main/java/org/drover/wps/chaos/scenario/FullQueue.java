package org.drover.wps.chaos.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.drover.wps.chaos.law.Client.Offer;
import org.drover.wps.chaos.law.Request;

/** More jobs are offered than a queue has room for: some are kept, the others refused. */
final class FullQueue implements Scenario {

  @Override
  public String number() {
    return "R14";
  }

  @Override
  public String title() {
    return "full-queue";
  }

  private static final String LIMIT = "drover.queue.waiting";

  @Override
  public void run(Stage stage) {
    int room = stage.scaled(100, 40);
    int offered = room * 3 / 2;
    String gate = Request.newTag();
    stage.holdLongSlots(gate);
    Queue<Offer> offers = new ConcurrentLinkedQueue<>();
    Queue<Double> refusals = new ConcurrentLinkedQueue<>();
    stage.cluster().node(0).admin().setProperty(LIMIT, Integer.toString(room));
    try {
      stage.inParallel(
          16,
          offered,
          it -> {
            long start = System.nanoTime();
            Offer offer = stage.client().offer(0, Request.longGate(gate));
            offers.add(offer);
            if (offer.isBusy()) {
              refusals.add((System.nanoTime() - start) / 1e9);
            }
          });
    } finally {
      stage.cluster().node(0).admin().removeProperty(LIMIT);
      stage.cluster().open(gate);
    }
    long kept = offers.stream().filter(it -> it.accepted().isPresent()).count();
    stage
        .figures()
        .put("kept", kept)
        .put("refused", refusals.size())
        .put("slowest_refusal_s", slowest(refusals));
    long lapsed = stage.audit().countLapsed(stage.client().ids());
    assertThat(kept).isBetween(room - lapsed, room + lapsed);
    assertThat(refusals).hasSize((int) (offered - kept));
    stage.bound("seconds of a refusal", slowest(refusals), 5);
  }

  private static double slowest(Queue<Double> seconds) {
    return seconds.stream().mapToDouble(it -> it).max().orElse(0);
  }
}
