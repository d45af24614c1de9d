package org.drover.wps.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PausesTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path folder;

  @Test
  void pausesAddUpWhoeverAsksAndTheLastMayGoOn() throws Exception {
    Pauses pauses = new Pauses(folder.resolve("pauses"));
    assertThat(pauses.total(at(5))).isZero();
    pauses.begin(at(10));
    pauses.begin(at(12));
    pauses.end(at(15));
    pauses.end(at(16));
    assertThat(new Pauses(folder.resolve("pauses")).total(at(90))).isEqualTo(seconds(5));
    pauses.begin(at(100));
    assertThat(pauses.total(at(107))).isEqualTo(seconds(12));
  }

  private static Instant at(long second) {
    return START.plus(seconds(second));
  }

  private static Duration seconds(long number) {
    return Duration.ofSeconds(number);
  }
}
