package org.drover.wps.execution.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.drover.wps.database.Stores;
import org.drover.wps.database.TestDatabase;
import org.drover.wps.error.Fault;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WatchTest {

  @TempDir private Path data;
  private Stores stores;
  private Attempts attempts;
  private JobId id;

  @BeforeEach
  void acceptAJob() {
    stores = new Stores(TestDatabase.h2(), data);
    attempts = new Attempts(stores, data);
    id = stores.accept("short");
  }

  @Test
  void whatRunsForTooLongFailsAndIsStopped() {
    attempts.work =
        it -> {
          stores.database.execute("UPDATE drover.job SET run_limit = -1");
          attempts.watch.look();
          assertThat(it.isStopping()).isTrue();
          it.ended();
        };
    attempts.slot.runNext("short");
    assertThat(stores.get(id).failure().orElseThrow().fault()).isEqualTo(Fault.TIME_EXCEEDED);
    assertThat(stores.get(id).failure().orElseThrow().message()).contains("limit on running");
  }

  @Test
  void anAttemptThatHoldsItsJobIsLeftAlone() {
    attempts.work =
        it -> {
          attempts.watch.look();
          it.checkStopped();
          stores.jobs.succeed(it.attempt());
          it.finished();
          attempts.watch.look();
          it.checkStopped();
          it.ended();
        };
    attempts.slot.runNext("short");
    assertThat(stores.get(id).status()).isEqualTo(JobStatus.SUCCEEDED);
    assertThat(attempts.stopped).isEmpty();
  }
}
