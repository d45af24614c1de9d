package org.drover.wps.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.drover.wps.database.Stores;
import org.drover.wps.database.TestDatabase;
import org.drover.wps.error.Fault;
import org.junit.jupiter.api.Test;

/** What every {@link PartStore} does. */
public abstract class PartStoreContract {

  private static final List<NewPart> TWO =
      List.of(new NewPart("{\"ä\":1}", 10), new NewPart("{\"b\":2}", -1));

  private final Stores stores;
  private final PartStore parts;

  protected PartStoreContract(TestDatabase database) {
    stores = new Stores(database);
    parts = stores.parts;
  }

  @Test
  void partsAreStoredInOrder() {
    Attempt attempt = stores.start();
    List<Part> prepared = parts.prepare(attempt, TWO);

    assertThat(prepared).isEqualTo(parts.listParts(attempt.job())).hasSize(2);
    assertThat(prepared.get(0))
        .isEqualTo(
            new Part(
                attempt.job(), 0, "{\"ä\":1}", 10, 0, Optional.empty(), new PartFile(0, 0), false));
    assertThat(parts.getPart(attempt.job(), 1)).isEqualTo(prepared.get(1));
    assertThatThrownBy(() -> parts.getPart(attempt.job(), 2))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void manyPartsAreStoredAtOnce() {
    Attempt attempt = stores.start();
    List<NewPart> many =
        IntStream.range(0, 5_000).mapToObj(it -> new NewPart("{\"no\":" + it + "}", it)).toList();
    List<Part> prepared = parts.prepare(attempt, many);
    assertThat(prepared).extracting(Part::no).containsExactlyElementsOf(range(5_000));
    assertThat(prepared).extracting(Part::definition).element(4_711).isEqualTo("{\"no\":4711}");
  }

  private static List<Integer> range(int end) {
    return IntStream.range(0, end).boxed().toList();
  }

  @Test
  void aCheckpointIsReadBack() {
    Attempt attempt = stores.start();
    Part part = parts.prepare(attempt, TWO).get(0);
    Part further = part.at(4, Optional.of("{\"sum\":\"Σ\"}"), new PartFile(1, 1L << 40), false);
    parts.checkpoint(attempt, further);
    assertThat(parts.getPart(attempt.job(), 0)).isEqualTo(further);
  }

  @Test
  void theNextAttemptGoesOnFromTheCheckpointsAndKeepsWhatIsDone() {
    Attempt first = stores.start();
    List<Part> prepared = parts.prepare(first, TWO);
    Part done = prepared.get(0).at(10, Optional.empty(), new PartFile(1, 7), true);
    Part begun = prepared.get(1).at(3, Optional.empty(), new PartFile(1, 5), false);
    parts.checkpoint(first, done);
    parts.checkpoint(first, begun);
    stores.jobs.release(first, Duration.ZERO, "", "");
    Attempt second = stores.claim();

    assertThat(parts.prepare(second, List.of(new NewPart("another plan", 1))))
        .containsExactly(done, begun);
    Part further = begun.at(8, Optional.empty(), new PartFile(2, 9), true);
    parts.checkpoint(second, further);
    assertThat(parts.getPart(first.job(), 1)).isEqualTo(further);
  }

  @Test
  void aStaleAttemptStoresNoCheckpoint() {
    Attempt stale = stores.start();
    Part part = parts.prepare(stale, TWO).get(0);
    stores.jobs.release(stale, Duration.ZERO, "", "");
    Attempt current = stores.claim();
    parts.prepare(current, TWO);

    assertStale(stale, part);
    assertThat(parts.getPart(stale.job(), 0)).isEqualTo(part);
  }

  private void assertStale(Attempt attempt, Part part) {
    assertThatThrownBy(
            () -> parts.checkpoint(attempt, part.at(9, Optional.of("x"), new PartFile(9, 9), true)))
        .isInstanceOf(StaleAttemptException.class);
    assertThatThrownBy(() -> parts.prepare(attempt, TWO)).isInstanceOf(StaleAttemptException.class);
  }

  @Test
  void aPartIsDoneOnce() {
    Attempt attempt = stores.start();
    Part part = parts.prepare(attempt, TWO).get(0);
    parts.checkpoint(attempt, part.at(10, Optional.empty(), new PartFile(1, 1), true));
    assertThatThrownBy(
            () ->
                parts.checkpoint(attempt, part.at(10, Optional.empty(), new PartFile(1, 2), true)))
        .isInstanceOf(StaleAttemptException.class);
  }

  @Test
  void aStaleAttemptStoresNoParts() {
    Attempt stale = stores.start();
    stores.jobs.release(stale, Duration.ZERO, "", "");
    assertThatThrownBy(() -> parts.prepare(stale, TWO)).isInstanceOf(StaleAttemptException.class);
    assertThat(parts.listParts(stale.job())).isEmpty();
  }

  @Test
  void partsGoWithTheEndOfTheirJob() {
    Attempt succeeds = started();
    stores.jobs.succeed(succeeds);
    Attempt fails = started();
    stores.jobs.fail(fails, new JobFailure(Fault.INTERNAL, Optional.empty(), "broken"));
    Attempt dismissed = started();
    stores.control.move(
        dismissed.job(), new JobMove(Set.of(JobStatus.RUNNING), JobStatus.DISMISSED, "anna", ""));

    assertThat(List.of(succeeds, fails, dismissed))
        .allSatisfy(it -> assertThat(parts.listParts(it.job())).isEmpty());
  }

  @Test
  void partsStayWithAJobThatGoesOnLater() {
    Attempt released = started();
    stores.jobs.release(released, Duration.ZERO, "", "");
    assertThat(parts.listParts(released.job())).hasSize(2);
  }

  private Attempt started() {
    Attempt attempt = stores.start();
    parts.prepare(attempt, TWO);
    return attempt;
  }
}
