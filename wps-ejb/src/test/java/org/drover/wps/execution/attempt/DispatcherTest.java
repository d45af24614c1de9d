package org.drover.wps.execution.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.drover.wps.config.Node;
import org.drover.wps.database.Wiring;
import org.junit.jupiter.api.Test;

final class DispatcherTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final BlockingQueue<Runnable> jobs = new LinkedBlockingQueue<>();
  private final AtomicInteger looked = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private final ServerState server = new ServerState();
  private final Dispatcher dispatcher = dispatcher(2);

  private Dispatcher dispatcher(int slots) {
    Slot slot =
        new Slot() {
          @Override
          boolean runNext(String queue) {
            looked.incrementAndGet();
            Runnable job = jobs.poll();
            if (job != null) {
              job.run();
              done.incrementAndGet();
            }
            return job != null;
          }
        };
    return Wiring.wire(new Dispatcher(), Executors.of(slots), slot, server);
  }

  private void accept(Runnable job) {
    jobs.add(job);
    dispatcher.jobAccepted(new JobAccepted("short"));
  }

  private void awaitDone(int count) {
    await().atMost(LONG).until(() -> done.get() == count);
  }

  @Test
  void beforeTheRecoveryNothingIsBegun() {
    accept(() -> {});
    assertThat(looked).hasValue(0);
    dispatcher.open();
    dispatcher.callAll();
    awaitDone(1);
  }

  @Test
  void aNodeThatOnlyAnswersRequestsTakesNoJobs() {
    System.setProperty(Node.ROLE.key(), "answers");
    try {
      dispatcher.open();
      accept(() -> {});
      dispatcher.callAll();
      assertThat(looked).hasValue(0);
    } finally {
      System.clearProperty(Node.ROLE.key());
    }
    dispatcher.callAll();
    awaitDone(1);
  }

  @Test
  void aSlotTakesJobsUntilThereIsNone() {
    dispatcher.open();
    for (int i = 0; i < 20; i++) {
      jobs.add(() -> {});
    }
    dispatcher.jobAccepted(new JobAccepted("short"));
    awaitDone(20);
  }

  @Test
  void aJobAcceptedWhileAllSlotsAreTakenIsRunByTheFirstThatComesFree() {
    dispatcher.open();
    CountDownLatch goOn = new CountDownLatch(1);
    for (int i = 0; i < 2; i++) {
      accept(() -> awaitLatch(goOn));
    }
    await().atMost(LONG).until(() -> looked.get() >= 2);
    accept(() -> {});
    goOn.countDown();
    awaitDone(3);
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aSlotThatFailsDoesNotEndTheOthers() {
    dispatcher.open();
    accept(
        () -> {
          throw new IllegalStateException("broken");
        });
    await().atMost(LONG).until(() -> jobs.isEmpty() && dispatcher.awaitQuiet(Duration.ZERO));
    Dispatcher other = dispatcher(1);
    other.open();
    jobs.add(() -> {});
    other.callAll();
    awaitDone(1);
  }

  @Test
  void whileTheServerDrainsNothingIsBegun() {
    dispatcher.open();
    server.stop();
    accept(() -> {});
    dispatcher.callAll();
    assertThat(dispatcher.awaitQuiet(LONG)).isTrue();
    assertThat(looked).hasValue(0);
  }

  @Test
  void aSlotAtWorkBeginsNothingMoreOnceTheServerDrains() {
    dispatcher.open();
    jobs.add(server::stop);
    accept(() -> {});
    awaitDone(1);
    assertThat(dispatcher.awaitQuiet(LONG)).isTrue();
    assertThat(jobs).hasSize(1);
  }

  @Test
  void aClosedDispatcherIsQuietOnceItsSlotsHaveEnded() {
    dispatcher.open();
    CountDownLatch goOn = new CountDownLatch(1);
    accept(() -> awaitLatch(goOn));
    await().atMost(LONG).until(() -> looked.get() >= 1);
    dispatcher.close();
    assertThat(dispatcher.awaitQuiet(Duration.ZERO)).isFalse();
    goOn.countDown();
    assertThat(dispatcher.awaitQuiet(LONG)).isTrue();
  }
}
