package org.drover.wps.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettingTest {

  private static final String KEY = "drover.test.setting";

  @AfterEach
  void forget() {
    System.clearProperty(KEY);
  }

  @Test
  void aChangeCountsAtOnce() {
    Setting<Duration> limit = Setting.duration(KEY, "PT15S");
    assertThat(limit.get()).hasSeconds(15);
    System.setProperty(KEY, " PT1M ");
    assertThat(limit.get()).hasMinutes(1);
    System.clearProperty(KEY);
    assertThat(limit.get()).hasSeconds(15);
  }

  @Test
  void aBlankValueIsTheDefault() {
    System.setProperty(KEY, " ");
    assertThat(Setting.number(KEY, 7).get()).isEqualTo(7);
  }

  @Test
  void aValueThatCannotBeReadNamesItsSetting() {
    System.setProperty(KEY, "soon");
    Setting<Duration> limit = Setting.duration(KEY, "PT15S");
    assertThatThrownBy(limit::get)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(KEY)
        .hasMessageContaining("'soon'");
  }

  @Test
  void namesAreSeparatedByCommasAndNoneIsNoName() {
    Setting<Set<String>> names = Setting.names(KEY, "use");
    assertThat(names.get()).containsExactly("use");
    System.setProperty(KEY, "use, deploy,");
    assertThat(names.get()).containsExactlyInAnyOrder("use", "deploy");
    System.setProperty(KEY, "none");
    assertThat(names.get()).isEmpty();
  }
}
