package org.drover.wps.web.ows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KvpTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a=1|1",
        "A=1|1",
        "b=2&%61=1|1",
        "a=x%20y+z|x y z",
        "a=%253B|%3B",
        "a=%C3%A9|é",
        "a=1&a=1|1",
        "a=b=c|b=c"
      })
  void valuesAreDecodedOnce(String query, String value) {
    assertThat(Kvp.of(query).get("a")).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"a=%", "a=%4", "a=%zz", "a=%FF", "a=%ED%A0%80", "a=1&a=2", "a=", "b=1"})
  void whatCannotBeIsRefusedByName(String query) {
    Kvp kvp = Kvp.of(query);
    assertThatThrownBy(() -> kvp.get("a"))
        .isInstanceOfSatisfying(
            OwsException.class, e -> assertThat(e.error().locator()).contains("a"));
  }

  @Test
  void aParameterMayBeAskedForAllItsValues() {
    Kvp kvp = Kvp.of("n=a%20b&x=1&N=c&n=");
    assertThat(kvp.findAll("n")).containsExactly("a b", "c");
    assertThat(kvp.findAll("y")).isEmpty();
  }

  @Test
  void anAbsentQueryHasNoParameters() {
    assertThat(Kvp.of(null).find("a")).isEmpty();
    assertThat(Kvp.of("").find("a")).isEmpty();
    assertThat(Kvp.of("&&=&a").find("a")).isEmpty();
    assertThat(Kvp.of("x=1").flag("a")).isFalse();
    assertThat(Kvp.of("a=TRUE").flag("a")).isTrue();
  }

  @Test
  void thousandsOfParametersAreRefused() {
    assertThatThrownBy(() -> Kvp.of("a&".repeat(2000))).isInstanceOf(OwsException.class);
  }
}
