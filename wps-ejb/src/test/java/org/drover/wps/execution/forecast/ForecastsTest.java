package org.drover.wps.execution.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.drover.wps.database.Stores;
import org.drover.wps.database.TestDatabase;
import org.drover.wps.database.Wiring;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.Job;
import org.drover.wps.job.JobId;
import org.junit.jupiter.api.Test;

class ForecastsTest {

  private final Stores stores = new Stores(TestDatabase.h2());
  private final AtomicLong nanos = new AtomicLong();
  private final Forecasts forecasts =
      Wiring.wire(
          new Forecasts(nanos::get),
          stores.queues,
          Wiring.wire(new RunTimes(nanos::get), stores.queues));

  private Job accepted(String owner) {
    return stores.get(stores.accept(owner, 0));
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void eachNewJobFindsThoseBeforeItWithoutReadingTheQueueAgain() {
    forecasts.of("short");
    for (int before = 0; before < 3; before++) {
      assertThat(forecasts.ofNew(accepted("ada")).place()).hasValue(before);
    }
    Job begun = stores.queues.claim("short", "n1", Stores.LEASE).orElseThrow();
    forecasts.begins(begun);
    assertThat(forecasts.ofNew(accepted("ada")).place()).hasValue(2);
    assertThat(forecasts.ofNew(accepted("bob")).place()).hasValue(0);
  }

  @Test
  void aJobThatBeganBeforeItsAcceptanceWasToldIsBeforeNobody() {
    Job first = accepted("ada");
    forecasts.begins(stores.queues.claim("short", "n1", Stores.LEASE).orElseThrow());
    assertThat(forecasts.ofNew(first).place()).hasValue(0);
    assertThat(forecasts.ofNew(accepted("ada")).place()).hasValue(0);
  }

  @Test
  void whatOtherNodesDoShowsAfterASecond() {
    stores.accept("ada", 0);
    Job second = accepted("ada");
    assertThat(forecasts.ofWaiting(second).place()).hasValue(1);
    stores.queues.claim("short", "n2", Stores.LEASE);
    assertThat(forecasts.ofWaiting(second).place()).hasValue(1);
    pass(Duration.ofMillis(1_001));
    assertThat(forecasts.ofWaiting(second).place()).hasValue(0);
  }

  @Test
  void theEndOfAJobIsToldByItsOwnProgress() {
    Job job = running();
    stores.database.execute(
        "UPDATE drover.job SET started = CURRENT_TIMESTAMP - INTERVAL '60' SECOND");
    Instant end = forecasts.ofRunning(stores.get(job.id()).withPercent(50)).end().orElseThrow();
    assertThat(end).isBetween(Instant.now().plusSeconds(40), Instant.now().plusSeconds(80));
    assertThat(forecasts.ofRunning(stores.get(job.id())).end()).isEmpty();
  }

  @Test
  void theEndOfAJobIsToldByEarlierRuns() {
    JobId earlier = running().id();
    stores.jobs.succeed(new Attempt(earlier, 1));
    stores.database.execute(
        "UPDATE drover.job SET started = finished - INTERVAL '90' SECOND, expires = NULL");
    Job job = running();
    assertThat(forecasts.ofRunning(job).end())
        .hasValueSatisfying(
            it ->
                assertThat(Duration.between(job.started().orElseThrow(), it))
                    .isEqualTo(Duration.ofSeconds(90)));

    stores.database.execute(
        "UPDATE drover.job SET started = started - INTERVAL '100' SECOND"
            + " WHERE status = 'RUNNING'");
    assertThat(forecasts.ofRunning(stores.get(job.id())).end()).isEmpty();
  }

  @Test
  void anInterruptedJobHasNoExpectedEnd() {
    Job job = running();
    stores.lapse(job.id());
    stores.queues.takeBack("", 3);
    Job again = stores.get(stores.claim().job());
    assertThat(forecasts.ofRunning(again.withPercent(50))).isEqualTo(Outlook.NONE);
  }

  private Job running() {
    return stores.get(stores.start().job());
  }
}
