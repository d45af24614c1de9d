package org.drover.wps.execution.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.drover.wps.job.JobId;
import org.junit.jupiter.api.Test;

class RecentJobsTest {

  private static final int MOST = 1_000;

  private final RecentJobs<String> recent = new RecentJobs<>();

  @Test
  void whatIsKeptIsFound() {
    JobId job = JobId.create();

    recent.keep(job, "value");

    assertThat(recent.find(job)).contains("value");
    assertThat(recent.find(JobId.create())).isEmpty();
  }

  @Test
  void ofTooManyTheOneNotAskedForLongestIsForgotten() {
    JobId polled = JobId.create();
    JobId forgotten = JobId.create();
    recent.keep(polled, "polled");
    recent.keep(forgotten, "forgotten");

    for (int i = 2; i <= MOST; i++) {
      assertThat(recent.find(polled)).isPresent();
      recent.keep(JobId.create(), "other");
    }

    assertThat(recent.find(polled)).contains("polled");
    assertThat(recent.find(forgotten)).isEmpty();
  }
}
