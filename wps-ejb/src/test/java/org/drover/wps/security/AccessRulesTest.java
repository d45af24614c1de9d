package org.drover.wps.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessRulesTest {

  private static final Caller ADMINISTRATOR = new Caller("root", Set.of(Roles.ADMINISTER));
  private static final Caller USER = new Caller("anna", Set.of(Roles.USE));
  private static final Caller FORESTER = new Caller("bert", Set.of("forestry"));
  private static final Caller ANONYMOUS = Caller.anonymous(Set.of(Roles.USE));
  private static final Caller WITHOUT_ROLES = Caller.anonymous(Set.of());

  private static AccessRules rules(String... lines) {
    return AccessRules.parse(List.of(lines));
  }

  /** What a caller may do: {@code run}, {@code see} or {@code nothing}. */
  private static String may(AccessRules rules, Caller caller, String process) {
    if (rules.mayRun(caller, process)) {
      assertThat(rules.maySee(caller, process)).as("who may run sees").isTrue();
      return "run";
    }
    return rules.maySee(caller, process) ? "see" : "nothing";
  }

  @Test
  void withoutRulesTheRoleToUseDecides() {
    assertThat(may(AccessRules.NONE, USER, "buffer")).isEqualTo("run");
    assertThat(may(AccessRules.NONE, ANONYMOUS, "buffer")).isEqualTo("run");
    assertThat(may(AccessRules.NONE, WITHOUT_ROLES, "buffer")).isEqualTo("nothing");
    assertThat(may(AccessRules.NONE, FORESTER, "buffer")).isEqualTo("nothing");
    assertThat(may(AccessRules.NONE, ADMINISTRATOR, "buffer")).isEqualTo("run");
  }

  @ParameterizedTest
  @CsvSource({
    "'p see=role:forestry', nothing, run, nothing",
    "'p run=role:forestry', see, run, see",
    "'p see=everybody run=user:anna', run, see, see",
    "'p see=user:anna run=user:bert', see, run, nothing",
    "'p see=nobody', nothing, nothing, nothing",
    "'p run=nobody', see, nothing, see",
    "'p see=everybody run=role:forestry,user:anna', run, run, see",
    "'p run=user:anonymous', see, nothing, run",
  })
  void aRuleSaysWhoSeesAndWhoRuns(String rule, String user, String forester, String anonymous) {
    assertThat(may(rules(rule), USER, "p")).isEqualTo(user);
    assertThat(may(rules(rule), FORESTER, "p")).isEqualTo(forester);
    assertThat(may(rules(rule), ANONYMOUS, "p")).isEqualTo(anonymous);
    assertThat(may(rules(rule), ADMINISTRATOR, "p")).isEqualTo("run");
  }

  @Test
  void theFirstRuleThatConcernsAProcessDecides() {
    AccessRules rules =
        rules("# of the forest", "", "forest-open  see=everybody", "forest-*  see=role:forestry");
    assertThat(may(rules, USER, "forest-open")).isEqualTo("run");
    assertThat(may(rules, USER, "forest-loss")).isEqualTo("nothing");
    assertThat(may(rules, FORESTER, "forest-loss")).isEqualTo("run");
    assertThat(may(rules, USER, "my-forest-loss")).isEqualTo("run");
  }

  @Test
  void onlyTheStarOfAPatternIsSpecial() {
    AccessRules rules = rules("a.c see=nobody", "gs:(*) see=nobody");
    assertThat(may(rules, USER, "abc")).isEqualTo("run");
    assertThat(may(rules, USER, "a.c")).isEqualTo("nothing");
    assertThat(may(rules, USER, "gs:(x)")).isEqualTo("nothing");
  }

  @Test
  void theRolesNamedAreKnown() {
    assertThat(rules("a see=role:forestry,role:water run=role:boss").roles())
        .containsExactlyInAnyOrder("use", "deploy", "administer", "forestry", "water", "boss");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a see", "a read=everybody", "a see=anna", "a see=role:", "a see=role:x, user:y"})
  void whatIsNoRuleIsToldWithItsLine(String line) {
    assertThatThrownBy(() -> rules("# first", line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("line 2: ");
  }
}
