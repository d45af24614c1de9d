package org.drover.wps.processes.basic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.drover.wps.process.Execution;
import org.drover.wps.process.ProcessFailedException;
import org.drover.wps.process.StoppedException;
import org.junit.jupiter.api.Test;

class WaitTest {

  private static final class Watched implements Execution {
    private final List<String> told = new ArrayList<>();
    private int checksLeft;

    Watched(int checksUntilStopped) {
      this.checksLeft = checksUntilStopped;
    }

    @Override
    public void progress(double percent, String message) {
      told.add(Math.round(percent) + " " + message);
    }

    @Override
    public void checkStopped() {
      if (checksLeft-- == 0) {
        throw new StoppedException("dismissed");
      }
    }

    @Override
    public Path scratch() {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void eachStepIsReported() throws Exception {
    Watched execution = new Watched(1_000);

    Wait.Out out = new Wait().run(new Wait.In(0.02, 4, Optional.empty()), execution);

    assertThat(execution.told)
        .containsExactly("25 Step 1 of 4", "50 Step 2 of 4", "75 Step 3 of 4", "100 Step 4 of 4");
    assertThat(out.steps()).isEqualTo(4);
    assertThat(out.seconds()).isGreaterThanOrEqualTo(0.02);
  }

  @Test
  void itFailsAtTheStepAskedFor() {
    Watched execution = new Watched(1_000);

    assertThatThrownBy(() -> new Wait().run(new Wait.In(0, 4, Optional.of(3)), execution))
        .isInstanceOf(ProcessFailedException.class)
        .hasMessageContaining("Step 3");
    assertThat(execution.told).hasSize(2);
  }

  @Test
  void itStopsWithinAStep() {
    Watched execution = new Watched(2);

    assertThatThrownBy(() -> new Wait().run(new Wait.In(86_400, 1, Optional.empty()), execution))
        .isInstanceOf(StoppedException.class);
  }
}
