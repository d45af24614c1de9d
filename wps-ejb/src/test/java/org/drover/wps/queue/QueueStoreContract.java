package org.drover.wps.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.drover.wps.database.Stores;
import org.drover.wps.database.TestDatabase;
import org.drover.wps.error.Fault;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.Job;
import org.drover.wps.job.JobFailure;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobStatus;
import org.drover.wps.job.NewPart;
import org.drover.wps.job.PartFile;
import org.junit.jupiter.api.Test;

/** What every {@link QueueStore} does. */
public abstract class QueueStoreContract {

  private static final int THREADS = 20;

  private final Stores stores;
  private final QueueStore queues;

  protected QueueStoreContract(TestDatabase database) {
    stores = new Stores(database);
    queues = stores.queues;
  }

  @Test
  void theFirstToComeIsTheFirstToBeServed() {
    List<JobId> accepted = IntStream.range(0, 5).mapToObj(it -> stores.accept("short")).toList();
    assertThat(accepted).allSatisfy(it -> assertThat(stores.claim().job()).isEqualTo(it));
    assertThat(queues.claim("short", "n1", Stores.LEASE)).isEmpty();
  }

  @Test
  void aClaimedJobRunsInItsNextAttempt() {
    JobId id = stores.accept("short");
    Job job = queues.claim("short", "n1", Stores.LEASE).orElseThrow();
    assertThat(job.id()).isEqualTo(id);
    assertThat(job.status()).isEqualTo(JobStatus.RUNNING);
    assertThat(job.epoch()).isEqualTo(1);
    assertThat(job.started()).isPresent();
    assertThat(job).isEqualTo(stores.get(id));
  }

  @Test
  void queuesDoNotDelayEachOther() {
    stores.accept("long");
    JobId id = stores.accept("short");
    assertThat(stores.claim().job()).isEqualTo(id);
  }

  @Test
  void priorityGoesBeforeOrder() {
    JobId first = stores.accept("short");
    JobId urgent = stores.accept("short");
    stores.database.execute("UPDATE drover.job SET priority = 5 WHERE id = ?", urgent.value());
    assertThat(order(2)).containsExactly(urgent, first);
    assertThat(stores.claim().job()).isEqualTo(urgent);
    assertThat(stores.claim().job()).isEqualTo(first);
  }

  @Test
  void aJobThatMustWaitLetsOthersPass() {
    Attempt waits = stores.start();
    stores.jobs.release(waits, Duration.ofMinutes(1), "", "");
    JobId passes = stores.accept("short");
    assertThat(stores.claim().job()).isEqualTo(passes);
    assertThat(queues.claim("short", "n1", Stores.LEASE)).isEmpty();

    stores.database.execute("UPDATE drover.job SET not_before = CURRENT_TIMESTAMP");
    assertThat(stores.claim().job()).isEqualTo(waits.job());
  }

  @Test
  void twentyThreadsTakeEachJobOnce() throws Exception {
    List<JobId> accepted = IntStream.range(0, 200).mapToObj(it -> stores.accept("short")).toList();
    List<JobId> taken = atOnce(THREADS, this::takeAll).stream().flatMap(List::stream).toList();
    assertThat(taken).containsExactlyInAnyOrderElementsOf(accepted);
  }

  private List<JobId> takeAll() {
    List<JobId> taken = new ArrayList<>();
    Optional<Job> job = queues.claim("short", "n1", Stores.LEASE);
    while (job.isPresent()) {
      taken.add(job.get().id());
      job = queues.claim("short", "n1", Stores.LEASE);
    }
    return taken;
  }

  @Test
  void whileOneNodeTakesAJobAnotherTakesTheNext() throws Exception {
    JobId first = stores.accept("short");
    JobId second = stores.accept("short");
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      stores.database.inTransaction(
          () -> {
            assertThat(stores.claim().job()).isEqualTo(first);
            assertThat(other.submit(stores::claim).get().job()).isEqualTo(second);
            return null;
          });
    } finally {
      other.shutdownNow();
    }
  }

  private static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    CyclicBarrier start = new CyclicBarrier(threads);
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        futures.add(
            executor.submit(
                () -> {
                  start.await();
                  return work.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void aRenewedLeaseKeepsItsJob() {
    Attempt attempt = stores.start();
    stores.lapse(attempt.job());
    assertThat(stores.leases.renew(List.of(attempt), Stores.LEASE).renewed())
        .containsExactly(attempt);
    assertThat(queues.takeBack("", 3)).isEmpty();
    assertThat(stores.jobs.succeed(attempt)).isTrue();
  }

  @Test
  void onlyThoseThatHoldTheirJobsRenew() {
    Attempt stale = stores.start();
    stores.lapse(stale.job());
    queues.takeBack("", 3);
    Attempt current = stores.claim();
    Attempt ended = stores.start();
    stores.jobs.succeed(ended);
    assertThat(stores.leases.renew(List.of(stale, current, ended), Stores.LEASE))
        .isEqualTo(new Leases.Renewal(Set.of(current), Set.of(stale, ended)));
    assertThat(stores.leases.renew(List.of(), Stores.LEASE))
        .isEqualTo(new Leases.Renewal(Set.of(), Set.of()));
  }

  @Test
  void aJobSomebodyIsWritingToHoldsUpNoOtherLeaseAndIsNotLost() throws Exception {
    Attempt busy = stores.start();
    Attempt other = stores.start();
    stores.database.inTransaction(
        () -> {
          stores.jobs.progress(busy, 10, "half of a transaction");
          assertThat(renewElsewhere(busy, other))
              .isEqualTo(new Leases.Renewal(Set.of(other), Set.of()));
          return null;
        });
    assertThat(renewElsewhere(busy, other).renewed()).containsExactly(busy, other);
  }

  private Leases.Renewal renewElsewhere(Attempt... attempts) throws Exception {
    return CompletableFuture.supplyAsync(() -> stores.leases.renew(List.of(attempts), Stores.LEASE))
        .get(1, TimeUnit.MINUTES);
  }

  @Test
  void aLapsedJobGoesToTheHeadOfItsQueue() {
    Attempt lost = stores.start();
    Attempt alive = stores.start();
    stores.accept("short");
    stores.lapse(lost.job());

    assertThat(queues.takeBack("", 3)).containsExactly(lost.job());
    assertThat(stores.get(lost.job()).status()).isEqualTo(JobStatus.ACCEPTED);
    assertThat(stores.get(alive.job()).status()).isEqualTo(JobStatus.RUNNING);
    assertThat(stores.claim().job()).isEqualTo(lost.job());
  }

  @Test
  void aNodeThatStartsTakesBackItsOwnWhateverTheLease() {
    Attempt own = stores.start();
    stores.accept("short");
    Job others = queues.claim("short", "n2", Stores.LEASE).orElseThrow();

    assertThat(queues.takeBack("n1", 3)).containsExactly(own.job());
    assertThat(stores.get(others.id()).status()).isEqualTo(JobStatus.RUNNING);
  }

  @Test
  void aJobThatTakesItsNodeDownEachTimeIsGivenUp() {
    Attempt attempt = stores.start();
    for (int i = 1; i < 3; i++) {
      queues.takeBack("n1", 3);
      assertThat(stores.get(attempt.job()).status()).isEqualTo(JobStatus.ACCEPTED);
      stores.claim();
    }
    queues.takeBack("n1", 3);

    Job job = stores.get(attempt.job());
    assertThat(job.status()).isEqualTo(JobStatus.FAILED);
    assertThat(job.failure().orElseThrow().fault()).isEqualTo(Fault.INTERNAL);
    assertThat(job.expires()).isPresent();
    assertThat(queues.claim("short", "n1", Stores.LEASE)).isEmpty();
  }

  @Test
  void aJobThatGetsFurtherBetweenCrashesIsNeverGivenUp() {
    Attempt attempt = stores.start();
    for (int i = 1; i <= 6; i++) {
      var part = stores.parts.prepare(attempt, List.of(new NewPart("{}", 100))).get(0);
      stores.parts.checkpoint(attempt, part.at(i, Optional.empty(), new PartFile(0, 0), false));
      queues.takeBack("n1", 3);
      assertThat(stores.get(attempt.job()).status()).isEqualTo(JobStatus.ACCEPTED);
      attempt = stores.claim();
    }
  }

  @Test
  void aNodeThatStopsGivesItsJobsBackAndThatIsNoCrash() {
    Attempt own = stores.start();
    stores.accept("short");
    Job others = queues.claim("short", "n2", Stores.LEASE).orElseThrow();
    for (int i = 0; i < 5; i++) {
      assertThat(queues.giveBack("n1")).isEqualTo(1);
      assertThat(stores.get(own.job()).status()).isEqualTo(JobStatus.ACCEPTED);
      stores.claim();
    }
    assertThat(stores.get(others.id()).epoch()).isEqualTo(1);
  }

  private List<JobId> order(int most) {
    return queues.line("short", most).waiting().stream().map(QueueLine.Waiting::id).toList();
  }

  @Test
  void theLineTellsWhoWaitsAndWhoRuns() {
    Instant before = Instant.now().minusSeconds(5);
    JobId runs = stores.start().job();
    JobId first = stores.accept("short");
    stores.accept("long");
    JobId second = stores.accept("short");

    QueueLine line = queues.line("short", 10);
    assertThat(line.at()).isBetween(before, Instant.now().plusSeconds(5));
    assertThat(line.total()).isEqualTo(2);
    assertThat(order(10)).containsExactly(first, second);
    assertThat(order(1)).containsExactly(first);
    assertThat(line.waiting()).extracting(QueueLine.Waiting::turn).containsExactly(2L, 3L);
    assertThat(line.running())
        .containsExactly(
            new QueueLine.Running(
                "otto",
                stores.get(runs).started().orElseThrow(),
                new QueueLine.Load("echo", OptionalDouble.empty())));
    assertThat(queues.line("none", 10).total()).isZero();
  }

  @Test
  void whoWaitsIsCountedByQueueAndByOwner() {
    stores.accept("short");
    stores.accept("long");
    stores.accept("long");
    stores.accept("ada", 0);
    queues.claim("long", "n1", Stores.LEASE);
    assertThat(queues.waiting("short")).isEqualTo(2);
    assertThat(queues.waitingOf("otto")).isEqualTo(2);
    assertThat(queues.waitingOf("ada")).isEqualTo(1);
    assertThat(queues.waiting("none")).isZero();
    assertThat(queues.waitingOf("bob")).isZero();
  }

  @Test
  void runTimesAreThoseOfJobsThatSucceededAtOnce() {
    Attempt quick = stores.start();
    Attempt failed = stores.start();
    stores.jobs.succeed(quick);
    stores.jobs.fail(failed, new JobFailure(Fault.PROCESS_FAILED, Optional.empty(), "No."));
    stores.database.execute(
        "UPDATE drover.job SET started = finished - INTERVAL '90' SECOND, estimate_seconds = 60");

    assertThat(queues.listRunTimes("echo", 10))
        .containsExactly(new RunTime(90, OptionalDouble.of(60)));
    assertThat(queues.listRunTimes("echo", 0)).isEmpty();
    assertThat(queues.listRunTimes("buffer", 10)).isEmpty();
  }
}
