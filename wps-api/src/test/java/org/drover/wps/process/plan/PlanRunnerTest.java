package org.drover.wps.process.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.drover.wps.process.Execution;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.FeatureCollection;
import org.junit.jupiter.api.Test;

class PlanRunnerTest {

  record Part(int from, int to) {}

  record Sum(long value) {}

  record Out(Object result) {}

  private static Source<Integer> numbers(Part part) {
    return Source.of(IntStream.range(part.from(), part.to()).boxed().toList());
  }

  private static Plan<Out> summing() {
    return Plan.over(List.of(new Part(0, 5), new Part(5, 10)))
        .read(PlanRunnerTest::numbers)
        .checkpointEvery(2)
        .fold(() -> new Sum(0), (sum, item) -> new Sum(sum.value() + item))
        .join(Out::new);
  }

  private static Plan<Out> writing() {
    return Plan.over(List.of(new Part(0, 2), new Part(2, 3)))
        .read(PlanRunnerTest::numbers)
        .write(
            "EPSG:25832",
            (part, item, sink) -> sink.write(new Feature(part.from() + "/" + item, null, Map.of())))
        .join(Out::new);
  }

  @Test
  void theStatesOfAllPartsAreJoinedInOrder() throws Exception {
    assertThat(PlanRunner.run(summing(), Execution.none()).result())
        .isEqualTo(List.of(new Sum(10), new Sum(35)));
  }

  @Test
  void theFeaturesOfAllPartsAreJoinedInOrder() throws Exception {
    FeatureCollection features =
        (FeatureCollection) PlanRunner.run(writing(), Execution.none()).result();

    assertThat(features.crs()).isEqualTo("EPSG:25832");
    List<String> ids = new ArrayList<>();
    try (Items<Feature> items = features.readFrom(0)) {
      items.forEachRemaining(it -> ids.add(it.id()));
    }
    assertThat(ids).containsExactly("0/0", "0/1", "2/2");
  }

  @Test
  void aPartGoesOnFromACheckpoint() throws Exception {
    List<Checkpoint> told = new ArrayList<>();

    Checkpoint end =
        new PlanRunner<>(summing(), Execution.none())
            .runPart(
                new Part(0, 5),
                new Checkpoint(2, Optional.of(new Sum(1))),
                feature -> {},
                told::add);

    assertThat(told).containsExactly(new Checkpoint(4, Optional.of(new Sum(6))));
    assertThat(end).isEqualTo(new Checkpoint(5, Optional.of(new Sum(10))));
  }

  @Test
  void anotherIntervalLeavesTheRestOfThePlan() throws Exception {
    List<Checkpoint> told = new ArrayList<>();

    new PlanRunner<>(summing().checkpointEvery(1), Execution.none())
        .runPart(new Part(0, 3), Checkpoint.start(summing()), feature -> {}, told::add);

    assertThat(told).extracting(Checkpoint::position).containsExactly(1L, 2L, 3L);
  }

  @Test
  void theItemsAreClosedWhenOneFails() {
    boolean[] closed = {false};
    Plan<Out> plan =
        Plan.over(List.of(new Part(0, 1)))
            .read(part -> failing(closed))
            .fold(() -> new Sum(0), (sum, item) -> sum)
            .join(Out::new);

    assertThatThrownBy(() -> PlanRunner.run(plan, Execution.none()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(closed[0]).isTrue();
  }

  private static Source<Integer> failing(boolean[] closed) {
    return new Source<>() {
      @Override
      public long size() {
        return -1;
      }

      @Override
      public Items<Integer> openAt(long position) {
        return new Items<>() {
          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public Integer next() {
            throw new IllegalStateException("broken");
          }

          @Override
          public void close() throws IOException {
            closed[0] = true;
          }
        };
      }
    };
  }

  @Test
  void aPlanWithoutPartsOrWithoutAnIntervalIsRefused() {
    assertThatThrownBy(() -> Plan.over(List.<Part>of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> summing().checkpointEvery(0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
