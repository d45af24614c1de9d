package org.drover.wps.chaos.scenario;

import java.time.Duration;
import java.util.List;
import org.drover.wps.chaos.law.Client.Accepted;
import org.drover.wps.chaos.law.Request;
import org.drover.wps.chaos.rig.Audit;
import org.drover.wps.chaos.rig.Audit.Point;
import org.drover.wps.it.server.DroverServer;

/**
 * A node falls silent in the midst of transactions, as behind a cut network: the rows it has locked
 * must come free for the other.
 */
final class StoppedInTransaction implements Scenario {

  /** The database ends a session that is silent in a transaction for so long. */
  private static final Duration SILENCE = Duration.ofSeconds(30);

  @Override
  public String number() {
    return "R07";
  }

  @Override
  public String title() {
    return "cut-off-in-transaction";
  }

  @Override
  public void run(Stage stage) {
    Audit audit = stage.audit();
    String checkpoint = Request.newTag();
    String finish = Request.newTag();
    audit.hold(Point.CHECKPOINT, checkpoint);
    audit.hold(Point.FINISH, finish);
    List<Accepted> jobs =
        List.of(
            stage.client().submit(Request.items(checkpoint, 1, 10, 10)),
            stage.client().submit(Request.letters(finish, 10_000)));
    stage.until("both stand", () -> audit.countHeld() == 2);
    DroverServer silent = stage.cluster().node(stage.busiest(jobs));
    silent.pause();
    long start = System.nanoTime();
    try {
      audit.run("DELETE FROM chaos.hold");
      List<String> ids = jobs.stream().map(Accepted::id).toList();
      stage.until("all end elsewhere", () -> audit.countOpen(ids) == 0);
    } finally {
      silent.proceed();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    stage.figures().put("ended_elsewhere_after_s", seconds);
    stage.bound(
        "seconds until all ended elsewhere",
        seconds,
        (double) SILENCE.plus(stage.cluster().lease()).plusSeconds(20).toSeconds());
  }
}
