package org.drover.wps.chaos.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.drover.wps.chaos.law.Request;

/** Outputs do not fit on the disk; when there is room again all goes on by itself. */
final class DiskFull implements Scenario {

  @Override
  public String number() {
    return "R19";
  }

  @Override
  public String title() {
    return "disk-full";
  }

  private static final int SIZE = 8 << 20;

  @Override
  public void run(Stage stage) {
    int jobs = stage.scaled(20, 10);
    limit(stage);
    try {
      List<String> ids =
          IntStream.range(0, jobs)
              .mapToObj(it -> stage.client().submit(Request.lettersIfTheyFit(SIZE)).id())
              .toList();
      stage.until("all jobs end", () -> stage.audit().countOpen(ids) == 0);
      long failed =
          stage
              .audit()
              .count(
                  "SELECT COUNT(*) FROM drover.job WHERE id = ANY(?) AND status = 'FAILED'", ids);
      stage.figures().put("fit", jobs - failed).put("failed", failed);
      assertThat(failed).isPositive();
    } finally {
      lift(stage);
    }
    stage.client().submit(Request.letters(Request.newTag(), SIZE));
  }

  private static void limit(Stage stage) {
    if (stage.cluster().store().isMounted()) {
      stage.cluster().store().leaveFree(3L * SIZE);
      stage.figures().put("by", "file-system");
    } else {
      stage.cluster().nodes().forEach(it -> it.limitFileSize(Integer.toString(SIZE / 2)));
      stage.figures().put("by", "file-size-limit");
    }
  }

  private static void lift(Stage stage) {
    if (stage.cluster().store().isMounted()) {
      stage.cluster().store().restore();
    } else {
      stage.cluster().nodes().forEach(it -> it.limitFileSize("unlimited"));
    }
  }
}
