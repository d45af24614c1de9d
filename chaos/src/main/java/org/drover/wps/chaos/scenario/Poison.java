package org.drover.wps.chaos.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.drover.wps.chaos.law.Client.Accepted;
import org.drover.wps.chaos.law.Request;
import org.drover.wps.chaos.rig.WorkLog;
import org.drover.wps.it.server.DroverServer;

/** A job takes down each node that runs it; it is given up, and no other is harmed. */
final class Poison implements Scenario {

  @Override
  public String number() {
    return "R24";
  }

  @Override
  public String title() {
    return "poison";
  }

  private static final int ATTEMPTS = 3;

  @Override
  public void run(Stage stage) {
    int bystanders = stage.scaled(50, 12);
    for (int i = 0; i < bystanders / 2; i++) {
      stage.client().submit(Request.items(2, 20, 100));
    }
    Accepted poison = stage.client().submit(Request.halt());
    for (int i = bystanders / 2; i < bystanders; i++) {
      stage.client().submit(Request.items(2, 20, 100));
    }
    AtomicInteger deaths = new AtomicInteger();
    stage.until(
        "the poison is given up", () -> restartDead(stage, deaths) && isOver(stage, poison));
    int attempts = new WorkLog(stage.cluster().traces()).lines(poison.request().tag()).size();
    stage
        .figures()
        .put("attempts", attempts)
        .put("deaths", deaths.get())
        .put("bystanders", bystanders);
    assertThat(attempts).isEqualTo(ATTEMPTS);
    assertThat(deaths.get()).isEqualTo(ATTEMPTS);
  }

  private static boolean restartDead(Stage stage, AtomicInteger deaths) {
    for (DroverServer node : stage.cluster().nodes()) {
      if (!node.isRunning()) {
        deaths.incrementAndGet();
        node.launch();
      }
    }
    return true;
  }

  private static boolean isOver(Stage stage, Accepted poison) {
    return stage.audit().countOpen(List.of(poison.id())) == 0;
  }
}
