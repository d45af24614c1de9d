package org.drover.wps.execution.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.drover.wps.job.JobId;
import org.drover.wps.queue.QueueLine;
import org.junit.jupiter.api.Test;

class ForecastTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final List<QueueLine.Waiting> waiting = new ArrayList<>();
  private final List<QueueLine.Running> running = new ArrayList<>();

  private boolean held;

  private static QueueLine.Load load(double seconds) {
    return new QueueLine.Load("echo", OptionalDouble.of(seconds));
  }

  private static QueueLine.Load unknown() {
    return new QueueLine.Load("unknown", OptionalDouble.empty());
  }

  private QueueLine.Waiting waits(String owner, long turn, QueueLine.Load load) {
    QueueLine.Waiting job = new QueueLine.Waiting(JobId.create(), owner, 0, turn, load);
    waiting.add(job);
    return job;
  }

  private void runs(String owner, long sinceSeconds, QueueLine.Load load) {
    running.add(new QueueLine.Running(owner, NOW.minusSeconds(sinceSeconds), load));
  }

  private Forecast forecast(long total) {
    return new Forecast(
        new QueueLine(NOW, total, waiting, running), QueueLine.Load::estimate, held);
  }

  private static Optional<Instant> at(long seconds) {
    return Optional.of(NOW.plusSeconds(seconds));
  }

  @Test
  void whoeverEndsFirstMakesRoomForTheFirst() {
    runs("ada", 4, load(10));
    runs("bob", 0, load(2));
    QueueLine.Waiting first = waits("ada", 2, load(20));
    QueueLine.Waiting second = waits("bob", 2, load(3));
    QueueLine.Waiting third = waits("ada", 3, load(1));
    Forecast forecast = forecast(3);

    assertThat(forecast.of(first).start()).isEqualTo(at(2));
    assertThat(forecast.of(first).end()).isEqualTo(at(22));
    assertThat(forecast.of(second).start()).isEqualTo(at(6));
    assertThat(forecast.of(third).start()).isEqualTo(at(9));
    assertThat(forecast.of(third).place()).hasValue(2);
    assertThat(forecast.untilNextStart()).contains(Duration.ofSeconds(2));
    assertThat(forecast.untilNextStart("bob")).contains(Duration.ofSeconds(6));
    assertThat(forecast.untilNextStart("cyd")).isEmpty();
  }

  @Test
  void anOverdueJobIsExpectedToEndAnyMoment() {
    runs("ada", 100, load(10));
    QueueLine.Waiting next = waits("ada", 2, load(1));
    assertThat(forecast(1).of(next).start()).isEqualTo(at(0));
  }

  @Test
  void withAllSlotsFreeTheNextBeginsAtOnce() {
    QueueLine.Waiting next = waits("ada", 1, load(5));
    assertThat(forecast(1).of(next)).isEqualTo(new Outlook(place(0), false, at(0), at(5)));
  }

  private static java.util.OptionalLong place(long place) {
    return java.util.OptionalLong.of(place);
  }

  @Test
  void aHeldQueueHasPlacesAndNoTimes() {
    held = true;
    QueueLine.Waiting next = waits("ada", 1, load(5));
    assertThat(forecast(1).of(next))
        .isEqualTo(new Outlook(place(0), false, Optional.empty(), Optional.empty()));
  }

  @Test
  void whereNothingIsKnownNoTimeIsTold() {
    runs("ada", 1, unknown());
    QueueLine.Waiting next = waits("ada", 2, load(5));
    assertThat(forecast(1).of(next))
        .isEqualTo(new Outlook(place(0), false, Optional.empty(), Optional.empty()));
  }

  @Test
  void behindAJobOfUnknownLengthOnlyOtherSlotsMakeRoom() {
    runs("ada", 0, load(1));
    runs("bob", 0, load(10));
    waits("ada", 2, unknown());
    QueueLine.Waiting second = waits("bob", 2, load(1));
    assertThat(forecast(2).of(second).start()).isEqualTo(at(10));
  }

  @Test
  void aNewJobOfAnotherOwnerGoesBeforeTheManyOfOne() {
    runs("ada", 0, load(1));
    for (int turn = 2; turn < 10; turn++) {
      waits("ada", turn, load(1));
    }
    QueueLine.Waiting others = new QueueLine.Waiting(JobId.create(), "bob", 0, 0, load(1));
    assertThat(forecast(8).of(others).place()).hasValue(0);
    QueueLine.Waiting own = new QueueLine.Waiting(JobId.create(), "ada", 0, 0, load(1));
    assertThat(forecast(8).of(own).place()).hasValue(8);
    QueueLine.Waiting urgent = new QueueLine.Waiting(JobId.create(), "ada", 1, 0, load(1));
    assertThat(forecast(8).of(urgent).place()).hasValue(0);
  }

  @Test
  void behindTheListedJobsThereAreMore() {
    waits("ada", 1, load(1));
    waits("ada", 2, load(1));
    Outlook outlook = forecast(7).of(new QueueLine.Waiting(JobId.create(), "ada", 0, 0, load(1)));
    assertThat(outlook).isEqualTo(new Outlook(place(2), true, Optional.empty(), Optional.empty()));
  }

  @Test
  void thoseWhoCameAndThoseWhoBeganAreCounted() {
    QueueLine.Waiting first = waits("ada", 1, load(4));
    QueueLine.Waiting came = new QueueLine.Waiting(JobId.create(), "ada", 0, 0, load(1));
    QueueLine.Waiting next = new QueueLine.Waiting(JobId.create(), "ada", 0, 0, load(1));
    Forecast after = forecast(1).and(came).and(came);
    assertThat(after.total()).isEqualTo(2);
    assertThat(after.of(next).place()).hasValue(2);

    Forecast begun = after.afterStartOf(first.id(), NOW);
    assertThat(begun.of(came)).isEqualTo(new Outlook(place(0), false, at(4), at(5)));
    assertThat(begun.of(next).place()).hasValue(1);
    assertThat(begun.afterStartOf(first.id(), NOW).total()).isEqualTo(1);
  }
}
