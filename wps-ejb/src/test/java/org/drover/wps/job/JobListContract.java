package org.drover.wps.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.drover.wps.database.Stores;
import org.drover.wps.database.TestDatabase;
import org.drover.wps.queue.QueueFigures;
import org.junit.jupiter.api.Test;

/** What every {@link JobList} does, and the figures of the queues beside it. */
public abstract class JobListContract {

  private final Stores stores;

  protected JobListContract(TestDatabase database) {
    stores = new Stores(database);
  }

  private static JobQuery all(int limit) {
    return times(JobQuery.Times.ANY, limit);
  }

  private static JobQuery times(JobQuery.Times times, int limit) {
    return new JobQuery(
        Set.of(), Optional.empty(), Set.of(), Optional.empty(), times, Optional.empty(), limit);
  }

  private static JobQuery status(JobStatus... statuses) {
    JobQuery all = all(10);
    return new JobQuery(
        Set.of(statuses), all.owner(), Set.of(), all.queue(), all.times(), all.after(), 10);
  }

  private static JobQuery process(String... processes) {
    JobQuery all = all(10);
    return new JobQuery(
        Set.of(), all.owner(), Set.of(processes), all.queue(), all.times(), all.after(), 10);
  }

  private static JobQuery after(JobQuery query, JobId last) {
    return new JobQuery(
        query.statuses(),
        query.owner(),
        query.processes(),
        query.queue(),
        query.times(),
        Optional.of(last),
        query.limit());
  }

  private List<JobId> ids(JobQuery query) {
    return stores.list.list(query).stream().map(Job::id).toList();
  }

  @Test
  void pageByPageEveryJobComesOnceTheNewestFirst() {
    List<JobId> made =
        new ArrayList<>(IntStream.range(0, 7).mapToObj(it -> stores.accept("short")).toList());
    List<JobId> listed = new ArrayList<>(ids(all(3)));
    while (listed.size() < made.size()) {
      List<JobId> page = ids(after(all(3), listed.get(listed.size() - 1)));
      assertThat(page).hasSizeBetween(1, 3);
      listed.addAll(page);
      stores.accept("short"); // what comes meanwhile moves nothing
    }
    java.util.Collections.reverse(made);

    assertThat(listed).isEqualTo(made);
    assertThat(ids(after(all(3), listed.get(6)))).isEmpty();
    assertThat(ids(after(all(3), JobId.create()))).isEmpty();
  }

  @Test
  void theListCanBeNarrowed() {
    JobId waits = stores.accept("long");
    Attempt runs = stores.start();
    JobQuery all = all(10);
    JobQuery ofLong =
        new JobQuery(
            Set.of(), all.owner(), Set.of(), Optional.of("long"), all.times(), all.after(), 10);

    assertThat(ids(all)).containsExactly(runs.job(), waits);
    assertThat(ids(status(JobStatus.RUNNING))).containsExactly(runs.job());
    assertThat(ids(status(JobStatus.RUNNING, JobStatus.ACCEPTED))).hasSize(2);
    assertThat(ids(ofLong)).containsExactly(waits);
    assertThat(ids(all.ofOwner(stores.get(waits).owner()))).hasSize(2);
    assertThat(ids(all.ofOwner("somebody' OR '1'='1"))).isEmpty();
    assertThat(ids(process("wait", "echo"))).hasSize(2);
    assertThat(ids(process("wait"))).isEmpty();
    assertThat(ids(process("\u0000"))).isEmpty();
    assertThat(ids(all.ofOwner("\u0000"))).isEmpty();
  }

  @Test
  void theListCanBeNarrowedByTimes() {
    JobId waits = stores.accept("long");
    Attempt runs = stores.start();
    Instant accepted = stores.get(waits).created();
    Optional<Instant> before = Optional.of(accepted.minusSeconds(60));
    Optional<Instant> after = Optional.of(accepted.plusSeconds(60));
    Optional<Instant> never = Optional.empty();
    Optional<Duration> any = Optional.empty();
    Optional<Duration> zero = Optional.of(Duration.ZERO);
    Optional<Duration> day = Optional.of(Duration.ofDays(1));

    assertThat(ids(times(new JobQuery.Times(before, after, any, any), 10))).hasSize(2);
    assertThat(ids(times(new JobQuery.Times(after, never, any, any), 10))).isEmpty();
    assertThat(ids(times(new JobQuery.Times(never, before, any, any), 10))).isEmpty();
    assertThat(ids(times(new JobQuery.Times(never, never, zero, day), 10)))
        .containsExactly(runs.job());
    assertThat(ids(times(new JobQuery.Times(never, never, day, any), 10))).isEmpty();
    stores.jobs.succeed(runs);
    assertThat(ids(times(new JobQuery.Times(never, never, zero, day), 10)))
        .containsExactly(runs.job());
  }

  @Test
  void theInsideTellsWhoHoldsTheJob() {
    JobId waits = stores.accept("long");
    Attempt runs = stores.start();

    JobInside inside = stores.list.findInside(runs.job()).orElseThrow();
    assertThat(inside.node()).contains("n1");
    assertThat(inside.leaseUntil()).isPresent();
    assertThat(stores.list.findInside(waits).orElseThrow().node()).isEmpty();
    assertThat(stores.list.findInside(JobId.create())).isEmpty();
  }

  @Test
  void theOneWithAHigherPriorityGoesFirst() {
    stores.accept("short");
    JobId urgent = stores.accept("short");

    assertThat(stores.list.setPriority(urgent, 5)).isTrue();
    Attempt next = stores.claim();
    assertThat(next.job()).isEqualTo(urgent);
    assertThat(stores.list.findInside(urgent).orElseThrow().priority()).isEqualTo(5);
    stores.jobs.succeed(next);
    assertThat(stores.list.setPriority(urgent, 1)).isFalse();
  }

  @Test
  void theQueuesAreCounted() {
    stores.accept("long");
    stores.start();
    stores.jobs.succeed(stores.start());
    stores.accept("short");
    stores.accept("short");

    assertThat(stores.report.figures())
        .containsExactly(
            new QueueFigures("long", 1, 0, 0, 0), new QueueFigures("short", 2, 1, 0, 1));
  }
}
