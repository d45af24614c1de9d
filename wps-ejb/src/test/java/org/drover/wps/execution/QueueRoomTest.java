package org.drover.wps.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.drover.wps.database.Stores;
import org.drover.wps.database.TestDatabase;
import org.drover.wps.database.Wiring;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class QueueRoomTest {

  private final Stores stores = new Stores(TestDatabase.h2());
  private final QueueRoom room = Wiring.wire(new QueueRoom(new AtomicLong()::get), stores.queues);

  @BeforeEach
  void limit() {
    System.setProperty(QueueRoom.MAX_WAITING.key(), "20");
  }

  @AfterEach
  void lift() {
    System.clearProperty(QueueRoom.MAX_WAITING.key());
  }

  @Test
  void aFullQueueSaysServerBusyAndAnotherDoesNot() {
    for (int i = 0; i < 20; i++) {
      acceptOne();
    }
    assertThatThrownBy(this::acceptOne)
        .isInstanceOfSatisfying(
            WpsException.class, it -> assertThat(it.fault()).isEqualTo(Fault.SERVER_BUSY));
    room.take("long").close();
    stores.claim();
    acceptOne();
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
    try (QueueRoom.Place place = room.take("short")) {
      stores.accept(place.queue());
    }
  }
}
