package org.drover.wps.execution.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.drover.wps.data.StoredJson;
import org.drover.wps.database.Stores;
import org.drover.wps.database.TestDatabase;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.Part;
import org.drover.wps.job.StaleAttemptException;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.plan.Items;
import org.drover.wps.process.plan.Plan;
import org.drover.wps.process.plan.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts are interrupted anywhere, and go on to the same result. */
final class PartRunTest {

  private static final int ITEMS = 10;
  private static final int INTERVAL = 3;
  private static final List<Range> RANGES = List.of(new Range(0, ITEMS), new Range(100, ITEMS));

  @TempDir private Path data;
  private Stores stores;
  private StoredJson json;
  private Attempt attempt;

  record Range(int from, int count) {}

  record Sum(long total) {}

  record Result(String text) {}

  @BeforeEach
  void startAJob() {
    stores = new Stores(TestDatabase.h2(), data);
    json = new StoredJson(data);
    attempt = stores.start();
  }

  private static Source<Integer> numbers(Range range) {
    return Source.of(IntStream.range(range.from(), range.from() + range.count()).boxed().toList());
  }

  private static Plan<Result> writing() {
    return Plan.over(RANGES)
        .read(PartRunTest::numbers)
        .checkpointEvery(INTERVAL)
        .write(
            "OGC:CRS84",
            (part, item, sink) -> sink.write(new Feature("" + item, null, Map.of("n", item))))
        .join(features -> new Result(""));
  }

  private static Plan<Result> folding() {
    return Plan.over(RANGES)
        .read(PartRunTest::numbers)
        .checkpointEvery(INTERVAL)
        .fold(() -> new Sum(0), (Sum sum, Integer item) -> new Sum(sum.total() + item))
        .join(sums -> new Result(sums.toString()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 6, 8, 9, 10})
  void featuresAreTheSameWhereverThePartWasCutOff(int items) throws Exception {
    cutOffAfter(writing(), items);
    cutOffAfter(writing(), 1);
    assertThat(finish(writing())).isEqualTo(expected());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 6, 8, 9, 10})
  void foldedStatesAreTheSameWhereverThePartWasCutOff(int items) throws Exception {
    cutOffAfter(folding(), items);
    cutOffAfter(folding(), 1);
    finish(folding());
    assertThat(stores.parts.listParts(attempt.job()))
        .allMatch(Part::done)
        .extracting(it -> json.read(it.state().orElseThrow(), Sum.class).total())
        .containsExactly(45L, 1045L);
  }

  @Test
  void atMostOneIntervalIsRepeated() throws Exception {
    cutOffAfter(writing(), 8);
    assertThat(stores.parts.getPart(attempt.job(), 0).position()).isEqualTo(6);
  }

  @Test
  void whatAStaleAttemptStillWritesSpoilsNothing() throws Exception {
    cutOffAfter(writing(), 4);
    Path stale = data.resolve("parts").resolve("0.1.features");
    try (PartRun part = open(writing(), 0)) {
      Files.writeString(stale, "garbage", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
      assertThat(part.position()).isEqualTo(3);
    }
    assertThat(finish(writing())).isEqualTo(expected());
  }

  @Test
  void anAttemptThatHasLostItsPartCannotStoreACheckpoint() throws Exception {
    PlannedJob planned = planned(writing());
    stores.parts.prepare(attempt, planned.newParts());
    try (PartRun part = open(writing(), 0)) {
      part.work(part.read());
      stores.jobs.release(attempt, Duration.ZERO, "", "");
      attempt = stores.claim();
      stores.parts.prepare(attempt, planned.newParts());
      assertThatThrownBy(part::checkpoint).isInstanceOf(StaleAttemptException.class);
    }
    assertThat(finish(writing())).isEqualTo(expected());
  }

  private static List<String> expected() {
    return RANGES.stream()
        .flatMap(it -> IntStream.range(it.from(), it.from() + it.count()).mapToObj(n -> "" + n))
        .toList();
  }

  /** Works on the first part with checkpoints, is cut off after some items, and is retried. */
  private void cutOffAfter(Plan<?> plan, int items) throws Exception {
    stores.parts.prepare(attempt, planned(plan).newParts());
    try (PartRun part = open(plan, 0)) {
      for (int done = 1; done <= items; done++) {
        Object item = part.read();
        if (item == null) {
          break;
        }
        part.work(item);
        if (done % INTERVAL == 0) {
          part.checkpoint();
        }
      }
    }
    stores.jobs.release(attempt, Duration.ZERO, "", "");
    attempt = stores.claim();
    stores.parts.prepare(attempt, planned(plan).newParts());
  }

  private List<String> finish(Plan<?> plan) throws Exception {
    for (int no = 0; no < RANGES.size(); no++) {
      try (PartRun part = open(plan, no)) {
        for (Object item = part.read(); item != null; item = part.read()) {
          part.work(item);
        }
        part.end();
      }
    }
    List<Part> done = stores.parts.listParts(attempt.job());
    assertThat(done).allMatch(Part::done);
    return plan.work() instanceof Plan.Writing<?> writing
        ? ids(planned(plan), done, writing.crs())
        : List.of();
  }

  private static List<String> ids(PlannedJob planned, List<Part> done, String crs)
      throws IOException {
    List<String> ids = new ArrayList<>();
    try (Items<Feature> features = planned.features(done, crs).readFrom(0)) {
      features.forEachRemaining(it -> ids.add(it.id()));
    }
    return ids;
  }

  private PlannedJob planned(Plan<?> plan) {
    return new PlannedJob(attempt, plan, data.resolve("parts"), json);
  }

  private PartRun open(Plan<?> plan, int no) throws IOException {
    RunningAttempt running =
        new RunningAttempt(stores.get(attempt.job()), data, 1_000_000_000L, () -> 0);
    Part part = stores.parts.getPart(attempt.job(), no);
    return new PartRun(running, planned(plan), part, stores.parts, json);
  }
}
