package org.drover.wps.execution.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.drover.wps.database.Stores;
import org.drover.wps.database.TestDatabase;
import org.drover.wps.execution.outside.TaskStore.TaskRow;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.JobStatus;
import org.junit.jupiter.api.Test;

/** The statements for tasks in the other database. */
class JpaTasksOnPostgreSqlTest {

  private final Stores stores = new Stores(TestDatabase.postgresql());

  @Test
  void tasksAreBegunEndedListedAndForgotten() {
    Attempt attempt = stores.start();
    TaskRow first = stores.tasks.begin(attempt, List.of(0), "engine", "a/1").get(0);
    stores.tasks.over(first);
    TaskRow second = stores.tasks.begin(attempt, List.of(0), "engine", "a/1").get(0);
    assertThat(stores.tasks.findLast(attempt.job(), 0)).contains(second);
    assertThat(stores.tasks.list(Optional.of(attempt.job())))
        .containsExactlyInAnyOrder(
            new TaskStore.Standing(
                new TaskRow(attempt.job(), 0, 1, "engine", "a/1", true),
                false,
                Optional.of(JobStatus.RUNNING)),
            new TaskStore.Standing(second, true, Optional.of(JobStatus.RUNNING)));
    stores.tasks.delete(second);
    assertThat(stores.tasks.findLast(attempt.job(), 0)).map(TaskRow::run).contains(1);
  }
}
