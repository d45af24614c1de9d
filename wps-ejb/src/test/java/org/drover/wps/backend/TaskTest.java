package org.drover.wps.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The time a scheduler is asked for. */
class TaskTest {

  private static Task task(Duration limit, Optional<Duration> expected) {
    ResourceLimits limits = ResourceLimits.USUAL.within(limit);
    Path folder = Path.of("folder");
    return new Task(
        new TaskName("job", 0, 1),
        new ProgramRun(List.of("true"), folder, Map.of(), folder, Map.of(), false, limits),
        folder,
        "short",
        Optional.empty(),
        expected,
        false);
  }

  @Test
  void withoutLimitAndEstimateNoneIsAskedFor() {
    Task task = task(ResourceLimits.ENDLESS, Optional.empty());
    assertThat(task.time()).isEmpty();
    assertThat(task.isHurried()).isFalse();
  }

  @Test
  void anEstimateBelowTheLimitIsAskedFor() {
    Task task = task(Duration.ofHours(2), Optional.of(Duration.ofHours(1)));
    assertThat(task.time()).contains(Duration.ofHours(1));
    assertThat(task.isHurried()).isTrue();
    assertThat(task(ResourceLimits.ENDLESS, Optional.of(Duration.ofHours(1))).time())
        .contains(Duration.ofHours(1));
  }

  @Test
  void anEstimateAboveTheLimitIsNotAskedFor() {
    Task task = task(Duration.ofHours(2), Optional.of(Duration.ofHours(3)));
    assertThat(task.time()).contains(Duration.ofHours(2));
    assertThat(task.isHurried()).isFalse();
  }
}
