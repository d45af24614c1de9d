package org.drover.wps.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.drover.wps.config.Setting;
import org.drover.wps.database.Stores;
import org.drover.wps.database.TestDatabase;
import org.drover.wps.database.Wiring;
import org.drover.wps.error.Fault;
import org.drover.wps.error.ServerBusyException;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.attempt.Attempts;
import org.drover.wps.execution.forecast.Forecasts;
import org.drover.wps.queue.QueueLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class QueueRoomTest {

  private final Stores stores = new Stores(TestDatabase.h2());
  private final Forecasts forecasts = Attempts.forecasts(stores);
  private final QueueRoom room =
      Wiring.wire(
          new QueueRoom(new AtomicLong()::get),
          stores.queues,
          forecasts,
          Wiring.wire(new OwnerQuota(), stores.queues, forecasts));

  @BeforeEach
  void limit() {
    System.setProperty(QueueLimits.SHORT_WAITING.key(), "20");
  }

  @AfterEach
  void lift() {
    for (Setting<Long> each :
        List.of(QueueLimits.SHORT_WAITING, QueueLimits.LONG_WAITING, QueueLimits.OWNER_WAITING)) {
      System.clearProperty(each.key());
    }
  }

  @Test
  void aFullQueueSaysServerBusyAndAnotherDoesNot() {
    for (int i = 0; i < 20; i++) {
      acceptOne();
    }
    assertThatThrownBy(this::acceptOne)
        .isInstanceOfSatisfying(
            WpsException.class, it -> assertThat(it.fault()).isEqualTo(Fault.SERVER_BUSY));
    room.take("long", "ada").close();
    stores.claim();
    acceptOne();
  }

  @Test
  void aLimitCountsFromTheMomentItIsChanged() {
    acceptOne();
    System.setProperty(QueueLimits.SHORT_WAITING.key(), "1");
    assertThatThrownBy(this::acceptOne).isInstanceOf(ServerBusyException.class);
    System.setProperty(QueueLimits.SHORT_WAITING.key(), "2");
    acceptOne();
  }

  @Test
  void anOwnerMayHaveSoManyWaitingInAllQueuesTogether() {
    System.setProperty(QueueLimits.OWNER_WAITING.key(), "2");
    stores.accept("ada", 0);
    stores.accept("ada", 0);
    assertThatThrownBy(() -> room.take("long", "ada"))
        .isInstanceOf(ServerBusyException.class)
        .hasMessageContaining("quota of waiting jobs, 2,");
    room.take("short", "bob").close();
    stores.claim();
    room.take("long", "ada").close();
  }

  @Test
  void aRefusedClientIsToldWhenToComeAgain() {
    stores.start();
    stores.database.execute("UPDATE drover.job SET estimate_seconds = 30");
    for (int i = 0; i < 20; i++) {
      acceptOne();
    }
    assertThatThrownBy(this::acceptOne)
        .isInstanceOfSatisfying(
            ServerBusyException.class,
            it ->
                assertThat(it.retryAfter())
                    .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(30)));
  }

  @Test
  void aRefusedClientWaitsFromASecondToAMinute() {
    assertThat(RetryTime.of(Optional.of(Duration.ofMillis(-5)))).isEqualTo(Duration.ofSeconds(1));
    assertThat(RetryTime.of(Optional.of(Duration.ofMillis(2_001))))
        .isEqualTo(Duration.ofSeconds(3));
    assertThat(RetryTime.of(Optional.of(Duration.ofHours(1)))).isEqualTo(Duration.ofMinutes(1));
    assertThat(RetryTime.of(Optional.empty())).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void asManyAsFitAreAcceptedWhenManyComeAtOnce() throws Exception {
    AtomicInteger refused = new AtomicInteger();
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService executor = Executors.newFixedThreadPool(30);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      all.add(
          executor.submit(
              () -> {
                start.await();
                try {
                  acceptOne();
                } catch (WpsException e) {
                  refused.incrementAndGet();
                }
                return null;
              }));
    }
    start.countDown();
    for (Future<?> each : all) {
      each.get();
    }
    executor.shutdown();
    assertThat(stores.queues.waiting("short")).isEqualTo(20);
    assertThat(refused).hasValue(10);
  }

  private void acceptOne() {
    try (QueueRoom.Place place = room.take("short", "otto")) {
      stores.accept(place.queue());
    }
  }
}
