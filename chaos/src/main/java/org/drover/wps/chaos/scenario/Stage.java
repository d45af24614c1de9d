package org.drover.wps.chaos.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.drover.wps.chaos.law.Client;
import org.drover.wps.chaos.law.Client.Accepted;
import org.drover.wps.chaos.law.Figures;
import org.drover.wps.chaos.law.Request;
import org.drover.wps.chaos.rig.Audit;
import org.drover.wps.chaos.rig.Cluster;

/**
 * What a scenario works with.
 *
 * @param full whether to use the large numbers
 */
public record Stage(Client client, Figures figures, boolean full, Random random) {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  Cluster cluster() {
    return client.cluster();
  }

  Audit audit() {
    return cluster().audit();
  }

  /** The large number, or the small one. */
  int scaled(int large, int small) {
    return full ? large : small;
  }

  /**
   * Bounds a time. Small numbers run beside other work on unknown machines: there it is only told.
   */
  void bound(String what, double seen, double limit) {
    if (full) {
      assertThat(seen).as(what).isLessThanOrEqualTo(limit);
    }
  }

  /** Lets time pass in which the servers are left alone. */
  void leaveAlone(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Some time between two limits. */
  Duration between(int fromMillis, int toMillis) {
    return Duration.ofMillis(random.nextInt(fromMillis, toMillis));
  }

  void until(String what, Callable<Boolean> condition) {
    await(what)
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(100))
        .until(condition);
  }

  /** Does something so many times on so many threads, and waits for all. */
  void inParallel(int threads, int times, IntConsumer task) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        int no = i;
        all.add(executor.submit(() -> task.accept(no)));
      }
      for (Future<?> each : all) {
        each.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      executor.shutdownNow();
    }
  }

  /** Fills the slots of the short queue of all nodes until the gate is open. */
  void holdShortSlots(String gate) {
    hold(Cluster.SHORT_SLOTS, () -> Request.shortGate(gate));
  }

  /** Fills the slots of the long queue of all nodes until the gate is open. */
  void holdLongSlots(String gate) {
    hold(Cluster.LONG_SLOTS, () -> Request.longGate(gate));
  }

  private void hold(int slots, java.util.function.Supplier<Request> gate) {
    List<String> ids =
        IntStream.range(0, slots * cluster().nodes().size())
            .mapToObj(it -> client.submit(gate.get()).id())
            .toList();
    until(
        "all slots are taken",
        () ->
            cluster().nodes().stream()
                .allMatch(it -> audit().countRunning(ids, it.node()) == slots));
  }

  /** The node that runs most of some jobs. */
  int busiest(List<Accepted> jobs) {
    List<String> ids = jobs.stream().map(Accepted::id).toList();
    long first = audit().countRunning(ids, cluster().node(0).node());
    long second = audit().countRunning(ids, cluster().node(1).node());
    return first >= second ? 0 : 1;
  }

  /** The value below which this share of all values lies. */
  static double percentile(List<Double> values, double share) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.isEmpty()
        ? 0
        : sorted.get((int) Math.min(sorted.size() - 1L, (long) (share * sorted.size())));
  }
}
