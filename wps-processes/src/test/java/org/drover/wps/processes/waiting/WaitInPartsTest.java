package org.drover.wps.processes.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.drover.wps.process.ProcessFailedException;
import org.drover.wps.processes.Runs;
import org.junit.jupiter.api.Test;

class WaitInPartsTest {

  private static WaitInParts.In of(int parts, int items, Optional<Long> failAtItem) {
    return new WaitInParts.In(parts, items, 0, 1, failAtItem);
  }

  @Test
  void everyItemIsDoneOnce() throws Exception {
    assertThat(Runs.smoothly(new WaitInParts(), of(3, 7, Optional.empty())))
        .isEqualTo(new WaitInParts.Out(21, 210, "0-20"));
  }

  @Test
  void everyItemIsDoneOnceWhateverCrashes() throws Exception {
    assertThat(Runs.crashing(new WaitInParts(), of(3, 7, Optional.empty())))
        .isEqualTo(new WaitInParts.Out(21, 210, "0-20"));
  }

  @Test
  void theLongOneDoesTheSame() throws Exception {
    assertThat(
            Runs.smoothly(new WaitInPartsLong(), new WaitInParts.In(2, 5, 0, 2, Optional.empty())))
        .isEqualTo(new WaitInParts.Out(10, 45, "0-9"));
  }

  @Test
  void noItemsAreNoRuns() throws Exception {
    assertThat(Runs.smoothly(new WaitInParts(), of(2, 0, Optional.empty())))
        .isEqualTo(new WaitInParts.Out(0, 0, ""));
  }

  @Test
  void anItemDoneTwiceShows() {
    WaitPlan.Done done =
        WaitPlan.Done.nothing()
            .and(new WaitPlan.Run(0, 3))
            .and(new WaitPlan.Run(3, 3))
            .and(new WaitPlan.Run(4, 4));

    assertThat(done.text()).isEqualTo("0-3, 3-4");
    assertThat(done.count()).isEqualTo(6);
  }

  @Test
  void itFailsAtTheItemAskedFor() {
    assertThatThrownBy(() -> Runs.smoothly(new WaitInParts(), of(3, 7, Optional.of(8L))))
        .isInstanceOf(ProcessFailedException.class)
        .hasMessageContaining("Item 8");
  }
}
