package org.drover.wps.chaos.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.drover.wps.chaos.law.Client.Accepted;
import org.drover.wps.chaos.law.Request;
import org.drover.wps.chaos.rig.Audit;
import org.drover.wps.chaos.rig.WorkLog;

/** A node dies when some parts of a job are done: these are not run again. */
final class FinishedParts implements Scenario {

  @Override
  public String number() {
    return "R32";
  }

  @Override
  public String title() {
    return "finished-parts";
  }

  private static final int PARTS = 8;
  private static final int DONE = 3;

  @Override
  public void run(Stage stage) {
    Audit audit = stage.audit();
    Accepted job = stage.client().submit(Request.items(PARTS, 15, 100));
    stage.until("some parts are done", () -> done(audit, job).size() >= DONE);
    int node = stage.busiest(List.of(job));
    stage.cluster().node(node).kill();
    List<String> done = done(audit, job);
    WorkLog log = new WorkLog(stage.cluster().traces());
    int before = log.lines(job.request().tag()).size();
    stage.cluster().node(node).launch();
    stage.until("the job ends", () -> audit.countOpen(List.of(job.id())) == 0);
    List<WorkLog.Line> after = log.lines(job.request().tag());
    long rerun =
        after.subList(before, after.size()).stream()
            .filter(it -> done.contains(Integer.toString(it.part())))
            .count();
    stage
        .figures()
        .put("done_before", done.size())
        .put("resumed", PARTS - done.size())
        .put("rerun_done", rerun);
    assertThat(rerun).isZero();
  }

  private static List<String> done(Audit audit, Accepted job) {
    return audit.list("SELECT no FROM drover.job_part WHERE job_id = ?::uuid AND done", job.id());
  }
}
