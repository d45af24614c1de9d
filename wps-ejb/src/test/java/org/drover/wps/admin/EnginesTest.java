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

class EnginesTest {

  /** Jobs of the long queue are done far away, but for those of the process {@code plain}. */
  private static final Outside PLACES =
      new Outside() {
        @Override
        public String place(Offering offering, String queue) {
          String id = offering.description().id();
          return id.equals("plain") ? Backends.LOCAL : queue.equals("long") ? "far" : "near";
        }
      };

  private final IdleBackend far = new IdleBackend("far");
  private final Engines engines =
      Wiring.wire(
          new Engines(),
          new Backends(List.of(new IdleBackend("near"), far, new IdleBackend("idle"))),
          PLACES);

  @BeforeEach
  void offer() {
    offer("program", "plain");
  }

  private void offer(String... processes) {
    ProcessRegistry.get()
        .offer(this, List.of(processes).stream().map(EnginesTest::offering).toList());
  }

  private static Offering offering(String id) {
    return new Offering.Direct(
        ProcessDescription.withdrawn(id, "1"), (inputs, execution) -> Map.of());
  }

  @AfterEach
  void withdraw() {
    ProcessRegistry.get().withdraw(this);
  }

  @Test
  void anEngineIsToldWithThoseWhoNeedIt() {
    far.problem(Optional.of("It is asleep."));
    assertThat(engines.report())
        .containsExactly(
            new EngineReport("near", Optional.empty(), List.of("program")),
            new EngineReport("far", Optional.of("It is asleep."), List.of("program")),
            new EngineReport("idle", Optional.empty(), List.of()));
  }

  @Test
  void onlyThoseCountThatAProcessNeeds() {
    assertThat(engines.used()).containsExactly("far", "near");
    offer("plain");
    assertThat(engines.used()).isEmpty();
  }

  @Test
  void anEngineThatIsNotThereIsAProblem() {
    assertThat(engines.problem("near")).isEmpty();
    assertThat(engines.problem("nera")).hasValueSatisfying(it -> assertThat(it).contains("nera"));
  }
}
