package org.drover.wps.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drover.wps.database.Stores;
import org.drover.wps.database.TestDatabase;
import org.drover.wps.database.Wiring;
import org.drover.wps.process.describe.JobControl;
import org.drover.wps.process.describe.LiteralType;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.process.registry.Offering;
import org.junit.jupiter.api.Test;

final class UpdateSequenceTest {

  private final Stores stores = new Stores(TestDatabase.h2());

  @Test
  void aRestartChangesNothing() {
    Set<JobControl> all = Set.of(JobControl.values());
    long before = start().of(List.of(process("a", "1", all)));
    assertThat(start().of(List.of(process("a", "1", all)))).isEqualTo(before);
  }

  @Test
  void aChangedVersionAndAWithdrawnProcessAreChanges() {
    UpdateSequence sequence = start();
    Set<JobControl> all = Set.of(JobControl.values());
    long first = sequence.of(List.of(process("a", "1", all), process("b", "1", all)));
    long second = sequence.of(List.of(process("a", "2", all), process("b", "1", all)));
    long third = sequence.of(List.of(process("a", "2", all)));
    assertThat(second).isEqualTo(first + 1);
    assertThat(third).isEqualTo(second + 1);
  }

  private UpdateSequence start() {
    return Wiring.wire(new UpdateSequence(), stores.catalogue);
  }

  private static Offering process(String id, String version, Set<JobControl> jobControl) {
    return new Offering.Direct(
        ProcessDescription.of(id, version)
            .literalOutput("out", "Out", LiteralType.STRING)
            .jobControl(jobControl)
            .build(),
        (inputs, execution) -> Map.of());
  }
}
