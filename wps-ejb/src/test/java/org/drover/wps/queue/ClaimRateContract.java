package org.drover.wps.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.drover.wps.database.Stores;
import org.drover.wps.database.TestDatabase;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.Job;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Empties a queue and prints how fast. Run with {@code -Ddrover.claims=10000} to see whether many
 * waiting jobs slow claims down; the usual few only show that all are served.
 */
public abstract class ClaimRateContract {

  private static final int JOBS = Integer.getInteger("drover.claims", 300);

  private final Stores stores;
  private final String name;

  protected ClaimRateContract(TestDatabase database, String name) {
    this.stores = new Stores(database);
    this.name = name;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void allWaitingJobsAreClaimedAndEnd(int owners) throws Exception {
    accept(owners);
    long line = nanos(() -> stores.queues.line("short", 1_000));
    List<Long> claims = new ArrayList<>();
    for (int i = 0; i < JOBS; i++) {
      claims.add(nanos(this::claimAndEnd));
    }
    assertThat(stores.queues.waiting("short")).isZero();
    System.out.printf(
        "%s, %d jobs of %d owners: claimed and ended first tenth %.0f/s, last tenth %.0f/s;"
            + " whole line read in %.1f ms%n",
        name,
        JOBS,
        owners,
        rate(claims.subList(0, JOBS / 10)),
        rate(claims.subList(JOBS - JOBS / 10, JOBS)),
        line / 1e6);
  }

  private void accept(int owners) throws Exception {
    stores.database.inTransaction(
        () -> {
          IntStream.range(0, JOBS).forEach(it -> stores.accept("owner-" + it % owners, 0));
          return null;
        });
  }

  private void claimAndEnd() {
    Job job = stores.queues.claim("short", "n1", Stores.LEASE).orElseThrow();
    stores.jobs.succeed(new Attempt(job.id(), job.epoch()));
  }

  private static long nanos(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return System.nanoTime() - start;
  }

  private static double rate(List<Long> nanos) {
    return nanos.size() * 1e9 / nanos.stream().mapToLong(it -> it).sum();
  }
}
