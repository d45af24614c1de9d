package org.drover.wps.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallerTest {

  private static final Caller ANNA = new Caller("anna", Set.of(Roles.USE));
  private static final Caller ADMINISTRATOR = new Caller("root", Set.of(Roles.ADMINISTER));
  private static final Caller ANONYMOUS = Caller.anonymous(Set.of(Roles.USE));

  @AfterEach
  void forgetSettings() {
    System.clearProperty("drover.anonymous");
    System.clearProperty("drover.anonymous.roles");
  }

  @Test
  void jobsAreReachedByTheirOwnerAndByAdministrators() {
    assertThat(ANNA.mayReachJobsOf("anna")).isTrue();
    assertThat(ADMINISTRATOR.mayReachJobsOf("anna")).isTrue();
    assertThat(new Caller("bert", Set.of(Roles.USE, Roles.DEPLOY)).mayReachJobsOf("anna"))
        .isFalse();
    assertThat(ANONYMOUS.mayReachJobsOf("anna")).isFalse();
  }

  @Test
  void jobsOfNobodyInParticularAreReachedByAll() {
    assertThat(ANNA.mayReachJobsOf(Caller.ANONYMOUS_NAME)).isTrue();
    assertThat(ANONYMOUS.mayReachJobsOf(Caller.ANONYMOUS_NAME)).isTrue();
  }

  @Test
  void theAdministratorSaysWhetherAnonymousCallersAreServedAndWithWhichRoles() {
    assertThat(AnonymousAccess.caller()).contains(ANONYMOUS);
    System.setProperty("drover.anonymous.roles", "use, forestry,");
    assertThat(AnonymousAccess.caller()).contains(Caller.anonymous(Set.of("use", "forestry")));
    System.setProperty("drover.anonymous", "false");
    assertThat(AnonymousAccess.caller()).isEmpty();
  }
}
