package org.drover.wps.chaos.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.drover.wps.chaos.law.Request;

/** The output store takes nothing more; when it does again all goes on by itself. */
final class ReadOnlyStore implements Scenario {

  private static final int SIZE = 100_000;

  @Override
  public String number() {
    return "R20";
  }

  @Override
  public String title() {
    return "read-only-store";
  }

  /** Where nobody may mount, only the jobs after it are left to see. */
  @Override
  public void run(Stage stage) {
    if (stage.cluster().store().isMounted()) {
      runReadOnly(stage);
    } else {
      stage.figures().put("by", "nothing-may-be-mounted-here");
    }
    stage.client().submit(Request.letters(Request.newTag(), SIZE));
  }

  private static void runReadOnly(Stage stage) {
    stage.cluster().store().setReadOnly();
    try {
      List<String> ids =
          IntStream.range(0, 4)
              .mapToObj(it -> stage.client().submit(Request.lettersIfTheyFit(SIZE)).id())
              .toList();
      stage.until("all jobs end", () -> stage.audit().countOpen(ids) == 0);
      long failed =
          stage
              .audit()
              .count(
                  "SELECT COUNT(*) FROM drover.job WHERE id = ANY(?) AND status = 'FAILED'", ids);
      stage.figures().put("failed", failed);
      assertThat(failed).isEqualTo(ids.size());
    } finally {
      stage.cluster().store().restore();
    }
  }
}
