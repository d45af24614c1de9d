package org.drover.wps.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackendStatesTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private Instant now = START;
  private final BackendStates states =
      new BackendStates(
          new Clock() {
            @Override
            public ZoneOffset getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
              return this;
            }

            @Override
            public Instant instant() {
              return now;
            }
          });

  private void noteAfter(int seconds, Optional<String> problem) {
    now = START.plus(Duration.ofSeconds(seconds));
    states.note(Map.of("slurm", problem));
  }

  private void assertSlurm(Optional<String> problem, int since) {
    assertThat(states.list())
        .containsExactly(new BackendState("slurm", problem, START.plus(Duration.ofSeconds(since))));
  }

  @Test
  void aStateIsAsOldAsItsFirstSight() {
    noteAfter(0, Optional.empty());
    noteAfter(5, Optional.empty());
    assertSlurm(Optional.empty(), 0);
    noteAfter(10, Optional.of("It refuses connections."));
    noteAfter(15, Optional.of("It does not answer."));
    assertSlurm(Optional.of("It does not answer."), 10);
    noteAfter(20, Optional.empty());
    assertSlurm(Optional.empty(), 20);
  }

  @Test
  void whatCountsNoMoreIsForgotten() {
    noteAfter(0, Optional.of("It does not answer."));
    states.note(Map.of());
    assertThat(states.list()).isEmpty();
    noteAfter(5, Optional.of("It does not answer."));
    assertSlurm(Optional.of("It does not answer."), 5);
  }
}
