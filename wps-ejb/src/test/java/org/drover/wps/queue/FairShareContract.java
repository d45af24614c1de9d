package org.drover.wps.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.drover.wps.config.Setting;
import org.drover.wps.database.Stores;
import org.drover.wps.database.TestDatabase;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.Job;
import org.drover.wps.job.JobId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How every {@link QueueStore} shares a queue between owners, and keeps its limits. */
public abstract class FairShareContract {

  private final Stores stores;
  private final QueueStore queues;

  protected FairShareContract(TestDatabase database) {
    stores = new Stores(database);
    queues = stores.queues;
  }

  @AfterEach
  void liftLimits() {
    List.of(
            QueueLimits.SHORT_RUNNING,
            QueueLimits.SHORT_ON_NODE,
            QueueLimits.LONG_RUNNING,
            QueueLimits.OWNER_RUNNING)
        .forEach(it -> System.clearProperty(it.key()));
  }

  private static void limit(Setting<Long> setting, int value) {
    System.setProperty(setting.key(), Integer.toString(value));
  }

  private List<JobId> accept(String owner, int count) {
    return IntStream.range(0, count).mapToObj(it -> stores.accept(owner, 0)).toList();
  }

  private Optional<Job> claim() {
    return queues.claim("short", "n1", Stores.LEASE);
  }

  private String ownerOfNext() {
    return claim().orElseThrow().owner();
  }

  @Test
  void whoHasOneJobNeedNotWaitForWhoHasAHundred() {
    List<JobId> many = accept("ada", 100);
    assertThat(claim().orElseThrow().id()).isEqualTo(many.get(0));
    JobId one = accept("bob", 1).get(0);

    assertThat(claim().orElseThrow().id()).isEqualTo(one);
    assertThat(claim().orElseThrow().id()).isEqualTo(many.get(1));
    assertThat(claim().orElseThrow().id()).isEqualTo(many.get(2));
  }

  @Test
  void ownersWithAsManyRunningTakeTurns() {
    for (String owner : List.of("cyd", "ada", "bob")) {
      accept(owner, 3);
    }
    List<String> served = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      Job job = claim().orElseThrow();
      served.add(job.owner());
      stores.jobs.succeed(new Attempt(job.id(), job.epoch()));
    }
    for (int round = 0; round < 3; round++) {
      assertThat(served.subList(3 * round, 3 * round + 3))
          .as(served.toString())
          .containsExactlyInAnyOrder("ada", "bob", "cyd");
    }
    assertThat(claim()).isEmpty();
  }

  @Test
  void theOwnerWithFewerRunningJobsGoesFirst() {
    accept("ada", 4);
    accept("bob", 4);
    List<Job> running = IntStream.range(0, 4).mapToObj(it -> claim().orElseThrow()).toList();
    assertThat(running)
        .extracting(Job::owner)
        .containsExactlyInAnyOrder("ada", "bob", "ada", "bob");
    running.stream()
        .filter(it -> it.owner().equals("bob"))
        .forEach(it -> stores.jobs.succeed(new Attempt(it.id(), it.epoch())));

    assertThat(List.of(ownerOfNext(), ownerOfNext())).containsExactly("bob", "bob");
  }

  @Test
  void jobsOfALostNodeDoNotCount() {
    accept("ada", 2);
    accept("bob", 3);
    List<Job> running = IntStream.range(0, 3).mapToObj(it -> claim().orElseThrow()).toList();
    running.stream().filter(it -> it.owner().equals("bob")).forEach(it -> stores.lapse(it.id()));
    assertThat(ownerOfNext()).isEqualTo("bob");
  }

  @Test
  void priorityComesBeforeTurns() {
    JobId usual = stores.accept("ada", 0);
    JobId low = stores.accept("bob", -1);
    JobId high = stores.accept("ada", 3);
    JobId higher = stores.accept("ada", 100);
    assertThat(List.of(claim(), claim(), claim(), claim()))
        .extracting(it -> it.orElseThrow().id())
        .containsExactly(higher, high, usual, low);
  }

  @Test
  void theLineIsTheOrderOfTheClaims() {
    accept("ada", 5);
    accept("bob", 2);
    JobId urgent = stores.accept("cyd", 1);
    List<JobId> line =
        queues.line("short", 100).waiting().stream().map(QueueLine.Waiting::id).toList();
    List<JobId> claimed = IntStream.range(0, 8).mapToObj(it -> claim().orElseThrow().id()).toList();
    assertThat(claimed).isEqualTo(line).startsWith(urgent);
  }

  @Test
  void noMoreRunThanTheQueueAllowsOnAllNodes() {
    limit(QueueLimits.SHORT_RUNNING, 2);
    accept("ada", 4);
    Job first = queues.claim("short", "n1", Stores.LEASE).orElseThrow();
    assertThat(queues.claim("short", "n2", Stores.LEASE)).isPresent();
    assertThat(queues.claim("short", "n3", Stores.LEASE)).isEmpty();

    stores.jobs.succeed(new Attempt(first.id(), first.epoch()));
    assertThat(queues.claim("short", "n3", Stores.LEASE)).isPresent();
    limit(QueueLimits.SHORT_RUNNING, 3);
    assertThat(queues.claim("short", "n3", Stores.LEASE)).isPresent();
  }

  @Test
  void noMoreRunThanANodeMay() {
    limit(QueueLimits.SHORT_ON_NODE, 1);
    accept("ada", 4);
    assertThat(queues.claim("short", "n1", Stores.LEASE)).isPresent();
    assertThat(queues.claim("short", "n1", Stores.LEASE)).isEmpty();
    assertThat(queues.claim("short", "n2", Stores.LEASE)).isPresent();
  }

  @Test
  void anOwnerWithAllOnesSlotsLetsOthersPass() {
    limit(QueueLimits.OWNER_RUNNING, 1);
    stores.accept("ada", 5);
    JobId second = stores.accept("ada", 5);
    JobId others = stores.accept("bob", 0);
    Job first = claim().orElseThrow();
    assertThat(claim().orElseThrow().id()).isEqualTo(others);
    assertThat(claim()).isEmpty();

    stores.jobs.succeed(new Attempt(first.id(), first.epoch()));
    assertThat(claim().orElseThrow().id()).isEqualTo(second);
  }

  @Test
  void aLimitOfOneQueueIsNoneOfTheOther() {
    limit(QueueLimits.LONG_RUNNING, 0);
    stores.accept("long");
    accept("ada", 1);
    assertThat(queues.claim("long", "n1", Stores.LEASE)).isEmpty();
    assertThat(claim()).isPresent();
  }

  @Test
  void manyThreadsKeepALimitToo() throws Exception {
    limit(QueueLimits.SHORT_RUNNING, 5);
    accept("ada", 30);
    accept("bob", 30);
    assertThat(atOnce(12, this::claimAll)).isEqualTo(5);
  }

  @Test
  void manyThreadsTakeTheJobsOfManyOwnersOnce() throws Exception {
    for (int i = 0; i < 20; i++) {
      accept("owner-" + i, 1 + i % 3);
    }
    int all = IntStream.range(0, 20).map(it -> 1 + it % 3).sum();
    assertThat(atOnce(12, this::claimAll)).isEqualTo(all);
  }

  private int claimAll() {
    int claimed = 0;
    while (claim().isPresent()) {
      claimed++;
    }
    return claimed;
  }

  private static int atOnce(int threads, Callable<Integer> work) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      int sum = 0;
      List<Future<Integer>> futures = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        futures.add(executor.submit(work));
      }
      for (Future<Integer> each : futures) {
        sum += each.get();
      }
      return sum;
    } finally {
      executor.shutdownNow();
    }
  }
}
