package org.drover.wps.web.ogcapi.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AcceptedTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/*                                        | JSON",
        "text/html                                  | HTML",
        "'text/html,application/xhtml+xml,*/*;q=0.8' | HTML",
        "'text/html;q=0.5, application/json'        | JSON",
        "'TEXT/HTML, application/json'              | JSON",
        "text/*                                     | HTML",
        "'application/json;q=0, */*'                | HTML",
        "'nonsense, application/json'               | JSON"
      })
  void theMostWantedIsSent(String header, Representation expected) {
    assertThat(Representation.negotiate(null, Accepted.of(header))).isEqualTo(expected);
  }

  @Test
  void theParameterWins() {
    assertThat(Representation.negotiate("json", Accepted.of("text/html")))
        .isEqualTo(Representation.JSON);
    assertThat(Representation.negotiate(null, Accepted.of(null))).isEqualTo(Representation.JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/png", "nonsense", "application/json;q=0"})
  void whatCannotBeSentIsRefused(String header) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> Representation.negotiate(null, Accepted.of(header)))
        .satisfies(it -> assertThat(it.problem().status()).isEqualTo(406));
  }
}
