package org.drover.wps.web.ogcapi.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.drover.wps.web.ogcapi.document.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ChangeReaderTest {

  private static ChangeReader.Change read(String body) {
    return ChangeReader.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aJobIsPausedOrResumed() {
    assertThat(read("{\"paused\":true,\"why\":\"lunch\"}"))
        .isEqualTo(new ChangeReader.Change(true, "lunch"));
    assertThat(read("{\"paused\":false}")).isEqualTo(new ChangeReader.Change(false, ""));
  }

  static Stream<String> others() {
    return Stream.of(
        "",
        "[]",
        "{}",
        "{\"paused\":1}",
        "{\"paused\":true,\"other\":1}",
        "{\"paused\":1e99999999999}",
        "{\"paused\":true,\"why\":\"" + "x".repeat(501) + "\"}",
        "{\"why\":".repeat(1500),
        " ".repeat(1 << 17));
  }

  @ParameterizedTest
  @MethodSource("others")
  void anythingElseIsRefused(String body) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> read(body))
        .satisfies(it -> assertThat(it.problem().status()).isEqualTo(400));
  }
}
