package org.drover.wps.web.ows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.security.Caller;
import org.drover.wps.security.Roles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallerFilterTest {

  private static final Caller ANNA = new Caller("anna", Set.of(Roles.USE));

  private final CallerFilter filter =
      new CallerFilter() {
        private static final long serialVersionUID = 1L;

        @Override
        Set<String> rolesThatMatter() {
          return Roles.ALL;
        }
      };

  @AfterEach
  void forgetSettings() {
    System.clearProperty("drover.anonymous");
    System.clearProperty("drover.anonymous.roles");
    System.clearProperty("drover.node.role");
  }

  /** What the next in the chain finds; empty when there is none. */
  private Optional<Caller> passed(FakeHttp http) {
    AtomicReference<Caller> found = new AtomicReference<>();
    try {
      filter.doFilter(
          http.request(),
          http.response(),
          (request, response) -> found.set(Callers.of(http.request())));
    } catch (IOException | ServletException e) {
      throw new IllegalStateException(e);
    }
    return Optional.ofNullable(found.get());
  }

  private static FakeHttp at(String servletPath) {
    FakeHttp http = FakeHttp.get("", null);
    http.servletPath = servletPath;
    return http;
  }

  private static void assertRefused(ThrowingFilter action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            WpsException.class, e -> assertThat(e.fault()).isEqualTo(Fault.NOT_AUTHENTICATED));
  }

  private interface ThrowingFilter {
    void run();
  }

  @Test
  void whoSendsNoCredentialsIsAnonymous() {
    assertThat(passed(at("/wps"))).contains(Caller.anonymous(Set.of(Roles.USE)));
    System.setProperty("drover.anonymous.roles", "administer, use");
    assertThat(passed(at("/wps"))).contains(Caller.anonymous(Set.of(Roles.USE, Roles.ADMINISTER)));
    System.setProperty("drover.anonymous.roles", "none");
    assertThat(passed(at("/wps"))).contains(Caller.anonymous(Set.of()));
  }

  @Test
  void rightCredentialsGiveNameAndRoles() {
    assertThat(passed(at("/admin").withCredentials(ANNA))).contains(ANNA);
  }

  @Test
  void wrongCredentialsAreRefusedAlsoWhereNoneAreNeeded() {
    FakeHttp http = at("/wps").with("Authorization", "Basic wrong");
    assertRefused(() -> passed(http));
    assertThat(http.responseHeaders).containsKey("WWW-Authenticate");
  }

  @Test
  void credentialsThatCannotBeReadAreWrong() {
    FakeHttp http = at("/wps").with("Authorization", "Basic !!!");
    assertRefused(() -> passed(http));
    assertThat(http.responseHeaders).containsKey("WWW-Authenticate");
  }

  @Test
  void anonymousCallersAreRefusedWhereTheAdministratorSaysSo() {
    System.setProperty("drover.anonymous", "false");
    assertRefused(() -> passed(at("/outputs")));
    assertThat(passed(at("/wps").withCredentials(ANNA))).contains(ANNA);
  }

  @Test
  void aDoorWithoutAFormOfItsOwnIsNotReached() {
    FakeHttp http = at("/admin").with("Authorization", "Basic wrong");
    assertThat(passed(http)).isEmpty();
    assertThat(http.status).isEqualTo(401);
    assertThat(http.responseHeaders)
        .containsEntry("Content-Type", "application/problem+json")
        .containsKey("WWW-Authenticate");
    assertThat(http.text()).contains("\"status\":401");
  }

  @Test
  void aNodeThatWorksOnTheQueuesAnswersOnlyItsAdministratorsAndOtherNodes() {
    System.setProperty("drover.node.role", "works");
    assertThatThrownBy(() -> passed(at("/wps")))
        .isInstanceOfSatisfying(
            WpsException.class, e -> assertThat(e.fault()).isEqualTo(Fault.UNAVAILABLE));
    FakeHttp api = at("/ogcapi");
    assertThat(passed(api)).isEmpty();
    assertThat(api.status).isEqualTo(503);
    assertThat(passed(at("/admin").withCredentials(ANNA))).contains(ANNA);
    assertThat(passed(at("/outputs").withCredentials(ANNA))).contains(ANNA);
    assertThat(passed(at("/health/ready"))).isPresent();
    System.setProperty("drover.node.role", "answers");
    assertThat(passed(at("/wps").withCredentials(ANNA))).contains(ANNA);
  }

  @Test
  void nobodyCallsUnderTheNameOfTheAnonymous() {
    assertRefused(
        () -> passed(at("/wps").withCredentials(new Caller(Caller.ANONYMOUS_NAME, Set.of()))));
    assertRefused(() -> passed(at("/wps").withCredentials(new Caller("a".repeat(256), Set.of()))));
  }

  @Test
  void preflightsSamplesAndTheHealthCheckAreOpenToAll() {
    System.setProperty("drover.anonymous", "false");
    FakeHttp preflight = at("/wps");
    preflight.method = "OPTIONS";
    assertThat(passed(preflight)).isPresent();
    assertThat(passed(at("/samples").with("Authorization", "Basic wrong"))).isPresent();
    assertThat(passed(at("/health").with("Authorization", "Basic wrong"))).isPresent();
  }

  @Test
  void aRequestTheFilterHasNotSeenHasNoCaller() {
    FakeHttp http = at("/wps");
    http.request().setAttribute(Callers.class.getName(), null);
    assertThatThrownBy(() -> Callers.of(http.request())).isInstanceOf(IllegalStateException.class);
  }
}
