package org.drover.wps.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.backend.Backends;
import org.drover.wps.backend.IdleBackend;
import org.drover.wps.database.Wiring;
import org.drover.wps.execution.outside.Outside;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.process.registry.Offering;
import org.drover.wps.process.registry.ProcessRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackendUseTest {

  /** Jobs of the long queue are done far away, but for those of the process {@code plain}. */
  private static final Outside PLACES =
      new Outside() {
        @Override
        public String place(Offering offering, String queue) {
          return switch (offering.description().id()) {
            case "plain" -> Backends.LOCAL;
            case "lost" -> "nowhere";
            default -> queue.equals("long") ? "far" : "near";
          };
        }
      };

  private final IdleBackend far = new IdleBackend("far");
  private final BackendUse backends =
      Wiring.wire(
          new BackendUse(),
          new Backends(List.of(new IdleBackend("near"), far, new IdleBackend("idle"))),
          PLACES);

  @BeforeEach
  void offer() {
    offer("program", "plain");
  }

  private void offer(String... processes) {
    ProcessRegistry.get()
        .offer(this, List.of(processes).stream().map(BackendUseTest::offering).toList());
  }

  /** Those that estimate may have long jobs. */
  private static Offering offering(String id) {
    return new Offering.Direct(
        ProcessDescription.withdrawn(id, "1"),
        (inputs, execution) -> Map.of(),
        id.equals("estimating") ? Optional.of(inputs -> Optional.empty()) : Optional.empty(),
        Optional.empty());
  }

  @AfterEach
  void withdraw() {
    ProcessRegistry.get().withdraw(this);
  }

  @Test
  void aBackendIsToldWithThoseWhoNeedIt() {
    offer("program", "estimating", "plain");
    far.problem(Optional.of("It is asleep."));
    assertThat(backends.report())
        .containsExactly(
            new BackendReport("near", Optional.empty(), List.of("estimating", "program")),
            new BackendReport("far", Optional.of("It is asleep."), List.of("estimating")),
            new BackendReport("idle", Optional.empty(), List.of()));
  }

  @Test
  void onlyThoseCountThatAProcessNeeds() {
    assertThat(backends.used()).containsExactly("near");
    offer("plain");
    assertThat(backends.used()).isEmpty();
  }

  @Test
  void aMistakeInTheConfigurationIsAProblem() {
    offer("lost");
    assertThat(backends.used()).containsExactly("nowhere");
    assertThat(backends.report())
        .last()
        .satisfies(
            it -> {
              assertThat(it.problem()).hasValueSatisfying(x -> assertThat(x).contains("nowhere"));
              assertThat(it.processes()).containsExactly("lost");
            });
  }

  @Test
  void aBackendThatIsNotThereIsAProblem() {
    assertThat(backends.problem("near")).isEmpty();
    assertThat(backends.problem("nera")).hasValueSatisfying(it -> assertThat(it).contains("nera"));
  }
}
