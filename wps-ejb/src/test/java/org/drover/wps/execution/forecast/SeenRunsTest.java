package org.drover.wps.execution.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.drover.wps.queue.QueueLine;
import org.drover.wps.queue.RunTime;
import org.junit.jupiter.api.Test;

class SeenRunsTest {

  private static final QueueLine.Load UNESTIMATED =
      new QueueLine.Load("echo", OptionalDouble.empty());
  private static final QueueLine.Load ESTIMATED = new QueueLine.Load("echo", OptionalDouble.of(40));

  private static RunTime took(double seconds) {
    return new RunTime(seconds, OptionalDouble.empty());
  }

  @Test
  void withoutRunsOnlyTheProcessKnows() {
    SeenRuns seen = SeenRuns.of(List.of());
    assertThat(seen.expected(UNESTIMATED)).isEmpty();
    assertThat(seen.expected(ESTIMATED)).hasValue(40);
  }

  @Test
  void theMedianAndTheSpreadAreTold() {
    SeenRuns seen =
        SeenRuns.of(IntStream.rangeClosed(0, 10).mapToObj(it -> took(10.0 * it)).toList());
    assertThat(seen).isEqualTo(new SeenRuns(11, 50, 10, 90, OptionalDouble.empty()));
    assertThat(seen.expected(UNESTIMATED)).hasValue(50);
  }

  @Test
  void estimatesAreCorrectedByHowEarlierOnesTurnedOut() {
    RunTime slow = new RunTime(3, OptionalDouble.of(2));
    assertThat(SeenRuns.of(List.of(slow, slow)).expected(ESTIMATED)).hasValue(40);
    SeenRuns seen = SeenRuns.of(List.of(slow, slow, new RunTime(20, OptionalDouble.of(2))));
    assertThat(seen.expected(ESTIMATED).orElseThrow()).isCloseTo(60, within(1e-9));
  }
}
