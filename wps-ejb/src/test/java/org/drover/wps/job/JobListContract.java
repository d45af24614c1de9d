package org.drover.wps.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    return new JobQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        limit);
  }

  private static JobQuery after(JobQuery query, JobId last) {
    return new JobQuery(
        query.status(),
        query.owner(),
        query.process(),
        query.queue(),
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
    Optional<String> none = Optional.empty();
    Optional<JobId> first = Optional.empty();

    assertThat(ids(all(10))).containsExactly(runs.job(), waits);
    assertThat(ids(new JobQuery(Optional.of(JobStatus.RUNNING), none, none, none, first, 10)))
        .containsExactly(runs.job());
    assertThat(ids(new JobQuery(Optional.empty(), none, none, Optional.of("long"), first, 10)))
        .containsExactly(waits);
    assertThat(ids(all(10).ofOwner(stores.get(waits).owner()))).hasSize(2);
    assertThat(ids(all(10).ofOwner("somebody' OR '1'='1"))).isEmpty();
    assertThat(ids(new JobQuery(Optional.empty(), none, Optional.of("echo"), none, first, 10)))
        .hasSize(2);
    assertThat(ids(new JobQuery(Optional.empty(), none, Optional.of("wait"), none, first, 10)))
        .isEmpty();
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
