package org.drover.wps.execution.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.drover.wps.job.JobId;
import org.drover.wps.job.Part;
import org.drover.wps.job.PartFile;
import org.junit.jupiter.api.Test;

final class PartsProgressTest {

  private static final JobId JOB = new JobId(UUID.randomUUID());

  private static Part part(int no, long total, long position, boolean done) {
    return new Part(JOB, no, "{}", total, position, Optional.empty(), new PartFile(0, 0), done);
  }

  @Test
  void percentIsThatOfAllPartsByItems() {
    Part first = part(0, 10, 0, false);
    PartsProgress progress = new PartsProgress(List.of(first, part(1, 10, 0, false)));
    assertThat(progress.percent()).isZero();
    progress.reached(first, 5);
    assertThat(progress.percent()).isEqualTo(25);
  }

  @Test
  void whatEarlierAttemptsHaveDoneCounts() {
    assertThat(new PartsProgress(List.of(part(0, 10, 10, true), part(1, 10, 5, false))).percent())
        .isEqualTo(75);
  }

  @Test
  void aPartOfUnknownSizeCountsOnceItIsDone() {
    Part unknown = part(0, -1, 0, false);
    PartsProgress progress = new PartsProgress(List.of(unknown, part(1, 10, 0, false)));
    progress.reached(unknown, 1_000);
    assertThat(progress.percent()).isZero();
    progress.reached(part(0, -1, 1_000, true), 1_000);
    assertThat(progress.percent()).isEqualTo(50);
  }

  @Test
  void noPartsAreNoProgress() {
    assertThat(new PartsProgress(List.of()).percent()).isZero();
  }
}
