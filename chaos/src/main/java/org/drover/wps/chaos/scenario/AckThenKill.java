package org.drover.wps.chaos.scenario;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.drover.wps.chaos.law.Client.Offer;
import org.drover.wps.chaos.law.Request;

/** A node is killed within 50 ms of acknowledging a job, while others are on their way. */
final class AckThenKill implements Scenario {

  @Override
  public String number() {
    return "R02";
  }

  @Override
  public String title() {
    return "ack-then-kill";
  }

  private static final int CLIENTS = 8;

  @Override
  public void run(Stage stage) {
    int rounds = stage.scaled(30, 2);
    for (int round = 0; round < rounds; round++) {
      int node = round % stage.cluster().nodes().size();
      stage.cluster().awaitAll();
      offerUntilDead(stage, node);
      stage.cluster().node(node).launch();
    }
    stage.figures().put("kills", rounds);
  }

  private static void offerUntilDead(Stage stage, int node) {
    AtomicInteger unanswered = new AtomicInteger();
    AtomicBoolean killed = new AtomicBoolean();
    stage.inParallel(
        CLIENTS,
        CLIENTS,
        client -> {
          while (unanswered.get() < CLIENTS) {
            Offer offer = stage.client().offer(node, Request.echo());
            if (offer.isUnanswered()) {
              unanswered.incrementAndGet();
            } else if (killed.compareAndSet(false, true)) {
              stage.leaveAlone(stage.between(0, 50));
              stage.cluster().node(node).kill();
            }
          }
        });
  }
}
