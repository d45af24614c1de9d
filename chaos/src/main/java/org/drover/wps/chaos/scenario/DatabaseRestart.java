package org.drover.wps.chaos.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.drover.wps.chaos.law.Client.Accepted;
import org.drover.wps.chaos.law.Request;

/** The database is restarted, in order and as by a crash, while jobs run and clients ask. */
final class DatabaseRestart implements Scenario {

  @Override
  public String number() {
    return "R08";
  }

  @Override
  public String title() {
    return "database-restart";
  }

  private static final int POLLERS = 6;
  private static final Duration AWAY = Duration.ofSeconds(3);

  @Override
  public void run(Stage stage) {
    List<Accepted> jobs =
        IntStream.range(0, stage.scaled(100, 16))
            .mapToObj(it -> stage.client().submit(Request.items(2, 30, 100)))
            .toList();
    AnswersSeen answers = new AnswersSeen();
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Void> pollers =
        CompletableFuture.runAsync(
            () -> stage.inParallel(POLLERS, POLLERS, it -> poll(stage, jobs, it, over, answers)));
    List<Double> recoveries = new ArrayList<>();
    for (int i = 0; i < stage.scaled(5, 1); i++) {
      for (String mode : List.of("fast", "immediate")) {
        stage.leaveAlone(Duration.ofSeconds(1));
        recoveries.add(restart(stage, mode));
      }
    }
    over.set(true);
    pollers.join();
    answers.tell(stage.figures());
    stage.figures().put("recovery_max_s", Stage.percentile(recoveries, 1));
    answers.assertProper();
  }

  private static double restart(Stage stage, String mode) {
    stage.cluster().postgres().halt(mode);
    stage.leaveAlone(AWAY);
    stage.cluster().postgres().go();
    long start = System.nanoTime();
    for (int node = 0; node < stage.cluster().nodes().size(); node++) {
      int asked = node;
      stage.until(
          "the node takes jobs again",
          () -> stage.client().offer(asked, Request.echo()).accepted().isPresent());
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static void poll(
      Stage stage, List<Accepted> jobs, int poller, AtomicBoolean over, AnswersSeen answers) {
    int node = poller % stage.cluster().nodes().size();
    int at = poller;
    while (!over.get()) {
      String job = jobs.get(at++ % jobs.size()).id();
      if (poller < 2) {
        answers.see(() -> stage.client().offer(node, Request.echo()).answer().orElseThrow());
      } else {
        answers.see(() -> stage.client().status(node, job));
      }
      stage.leaveAlone(Duration.ofMillis(50));
    }
  }
}
