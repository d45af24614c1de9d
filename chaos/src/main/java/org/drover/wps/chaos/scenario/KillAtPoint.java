package org.drover.wps.chaos.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.drover.wps.chaos.law.Client.Offer;
import org.drover.wps.chaos.law.Request;
import org.drover.wps.chaos.rig.Audit;
import org.drover.wps.chaos.rig.Audit.Point;
import org.drover.wps.it.server.DroverServer;

/** Servers are killed while a transaction stands at each point of a job's way. */
final class KillAtPoint implements Scenario {

  @Override
  public String number() {
    return "R03";
  }

  @Override
  public String title() {
    return "kill-at-point";
  }

  private static final Duration OLD = Duration.ofHours(2);

  @Override
  public void run(Stage stage) throws Exception {
    int rounds = stage.scaled(5, 1);
    long orphans = 0;
    for (int round = 0; round < rounds; round++) {
      stage.cluster().awaitAll();
      killAtAllPoints(stage);
      orphans += ageOrphans(stage);
      stage.cluster().awaitAll();
      stage.until("orphaned files are swept", () -> orphans(stage).isEmpty());
    }
    stage
        .figures()
        .put("points", Point.values().length)
        .put("rounds", rounds)
        .put("orphans_swept", orphans)
        .put("orphans", orphans(stage).size());
  }

  /** One job for each point; both nodes die when all stand where they are to stand. */
  private static void killAtAllPoints(Stage stage) {
    Audit audit = stage.audit();
    Map<Point, String> tags = new java.util.EnumMap<>(Point.class);
    for (Point point : Point.values()) {
      tags.put(point, Request.newTag());
      audit.hold(point, tags.get(point));
    }
    for (Point point : List.of(Point.PLAN, Point.CHECKPOINT, Point.CLAIM, Point.CLEAN_UP)) {
      stage.client().submit(Request.items(tags.get(point), 1, 3, 10));
    }
    for (Point point : List.of(Point.PUBLISH, Point.FINISH)) {
      stage.client().submit(Request.letters(tags.get(point), 10_000));
    }
    stage.client().submit(Request.briefLetters(tags.get(Point.SWEEP), 10_000));
    CompletableFuture<Offer> neverAcknowledged =
        CompletableFuture.supplyAsync(
            () -> stage.client().offer(0, Request.items(tags.get(Point.ACCEPT), 1, 3, 10)));
    stage.until("a job stands at each point", () -> audit.countHeld() >= Point.values().length);
    stage.cluster().nodes().forEach(DroverServer::kill);
    audit.endHeld();
    assertThat(neverAcknowledged.join().isUnanswered()).isTrue();
  }

  /** Makes files no row names old enough for the sweep, which leaves young ones alone. */
  private static int ageOrphans(Stage stage) throws IOException {
    List<Path> orphans = orphans(stage);
    for (Path orphan : orphans) {
      Files.setLastModifiedTime(orphan, FileTime.from(Instant.now().minus(OLD)));
    }
    return orphans.size();
  }

  private static List<Path> orphans(Stage stage) throws IOException {
    Path outputs = stage.cluster().store().folder().resolve("outputs");
    if (!Files.exists(outputs)) {
      return List.of(); // no job has stored any yet
    }
    Set<String> named = stage.audit().namedOutputs();
    try (Stream<Path> files = Files.list(outputs)) {
      return files.filter(it -> !named.contains(it.getFileName().toString())).toList();
    }
  }
}
