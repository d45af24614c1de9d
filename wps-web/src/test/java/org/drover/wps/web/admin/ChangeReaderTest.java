package org.drover.wps.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ChangeReaderTest {

  @Test
  void aPriorityIsAWholeNumber() {
    assertThat(ChangeReader.priority("{\"priority\":-5}")).isEqualTo(-5);
  }

  static Stream<String> others() {
    return Stream.of(
        "",
        "[]",
        "{}",
        "{\"priority\":\"5\"}",
        "{\"priority\":0.5}",
        "{\"priority\":1e400}",
        "{\"priority\":-2147483648}",
        "{\"priority\":1e99999999999}",
        "{\"priority\":" + "9".repeat(3000) + "}",
        "{\"priority\":".repeat(1500));
  }

  @ParameterizedTest
  @MethodSource("others")
  void anythingElseIsRefused(String body) {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> ChangeReader.priority(body));
  }
}
