package org.drover.wps.chaos.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.drover.wps.chaos.law.Client.Accepted;
import org.drover.wps.chaos.law.Client.Offer;
import org.drover.wps.chaos.law.Request;

/** Many clients send the same request under one key to both nodes: it is one job. */
final class OneKey implements Scenario {

  private static final int CLIENTS = 10;

  @Override
  public String number() {
    return "R30";
  }

  @Override
  public String title() {
    return "one-key";
  }

  @Override
  public void run(Stage stage) {
    int requests = stage.scaled(50, 20);
    Request request = Request.echo();
    Queue<Offer> offers = new ConcurrentLinkedQueue<>();
    stage.inParallel(
        CLIENTS, requests, no -> offers.add(stage.client().offer(no % 2, request, request.tag())));
    Set<String> jobs =
        offers.stream()
            .map(it -> it.accepted().orElseThrow())
            .map(Accepted::id)
            .collect(Collectors.toSet());
    int other =
        stage.client().offer(0, Request.echo(), request.tag()).answer().orElseThrow().status();
    stage.figures().put("requests", requests).put("jobs", jobs.size()).put("other_body", other);
    assertThat(jobs).hasSize(1);
    assertThat(other).isBetween(409, 422);
  }
}
