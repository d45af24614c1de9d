package org.drover.wps.backend.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words of users get into scripts as they are, and do nothing there. */
class ScriptsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "",
        "two words",
        "it's",
        "'; touch planted; '",
        "$(touch planted) `touch planted` $HOME",
        "back\\slash\\'",
        "two\nlines",
        "-n",
        "ünï 日本"
      })
  void aQuotedWordIsOneWord(String word) throws Exception {
    Process shell =
        new ProcessBuilder("/bin/sh", "-c", "printf '<%s>' " + Scripts.quoted(word)).start();
    assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("<" + word + ">");
  }
}
