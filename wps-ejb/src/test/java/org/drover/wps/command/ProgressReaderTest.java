package org.drover.wps.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProgressReaderTest {

  @Test
  void theLastPercentCounts() {
    assertThat(ProgressReader.lastMatch(Pattern.compile("(\\d+)%"), "5% 10%\r55% done"))
        .isEqualTo("55");
  }

  @Test
  void aPatternThatWouldTakeForEverTellsNothing() {
    assertThat(ProgressReader.lastMatch(Pattern.compile("(a+)+b"), "a".repeat(2000))).isEmpty();
  }
}
