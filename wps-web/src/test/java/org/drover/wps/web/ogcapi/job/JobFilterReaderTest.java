package org.drover.wps.web.ogcapi.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.drover.wps.job.JobQuery;
import org.drover.wps.job.JobStatus;
import org.drover.wps.web.ogcapi.document.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JobFilterReaderTest {

  private static Optional<JobQuery> read(String query) {
    MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        parameters.add(parts[0], parts[1]);
      }
    }
    return new JobFilterReader(parameters).read();
  }

  @Test
  void whatIsNotGivenDoesNotNarrow() {
    JobQuery query = read("unknown=x").orElseThrow();

    assertThat(query.limit()).isEqualTo(10);
    assertThat(query.statuses()).isEmpty();
    assertThat(query.processes()).isEmpty();
    assertThat(query.times()).isEqualTo(JobQuery.Times.ANY);
  }

  @Test
  void listsHaveCommasOrComeAgain() {
    JobQuery query =
        read("processID=a,b&processID=c&status=accepted,failed&type=process,x&limit=20000")
            .orElseThrow();

    assertThat(query.processes()).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(query.statuses())
        .containsExactlyInAnyOrder(JobStatus.ACCEPTED, JobStatus.PAUSED, JobStatus.FAILED);
    assertThat(query.limit()).isEqualTo(10_000);
    assertThat(read("type=other")).isEmpty();
  }

  @Test
  void intervalsMayBeOpen() {
    Instant noon = Instant.parse("2026-11-21T12:00:00Z");
    JobQuery.Times from = read("datetime=2026-11-21T13:00:00+01:00/..").orElseThrow().times();
    JobQuery.Times to = read("datetime=/2026-11-21T12:00:00Z").orElseThrow().times();
    JobQuery.Times at = read("datetime=2026-11-21T12:00:00Z").orElseThrow().times();

    assertThat(from.from()).contains(noon);
    assertThat(from.to()).isEmpty();
    assertThat(to.from()).isEmpty();
    assertThat(to.to()).contains(noon);
    assertThat(at.from()).contains(noon);
    assertThat(at.to()).contains(noon.plusMillis(999));
    assertThat(read("minDuration=5").orElseThrow().times().shortest())
        .contains(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=-1",
        "limit=a",
        "status=done",
        "status=",
        "datetime=",
        "datetime=..",
        "datetime=+999999999-12-31T23:59:59Z",
        "datetime=2026",
        "datetime=../..",
        "datetime=a/b/c",
        "minDuration=1.5",
        "maxDuration=-1",
        "after=1",
        "datetime=2026-11-21T12:00:00Z&datetime=.."
      })
  void whatMakesNoSenseIsRefused(String query) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> read(query))
        .satisfies(it -> assertThat(it.problem().status()).isEqualTo(400));
  }
}
