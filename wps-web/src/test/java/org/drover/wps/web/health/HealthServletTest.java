package org.drover.wps.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.drover.wps.admin.BackendState;
import org.drover.wps.admin.Health;
import org.drover.wps.web.ows.FakeHttp;
import org.junit.jupiter.api.Test;

class HealthServletTest {

  private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");
  private static final BackendState SLURM_AWAY =
      new BackendState("slurm", Optional.of("Nothing at /run/slurm.sock"), SINCE);
  private static final BackendState SANDBOX =
      new BackendState("subprocess", Optional.empty(), SINCE);

  private static FakeHttp send(Health health, FakeHttp http) throws IOException {
    HealthServlet servlet =
        new HealthServlet() {
          private static final long serialVersionUID = 1L;

          @Override
          Health health() {
            return health;
          }
        };
    servlet.service(http.request(), http.response());
    return http;
  }

  private static FakeHttp get(boolean database, Set<String> required, BackendState... engines)
      throws IOException {
    return send(new Health(database, List.of(engines), required), FakeHttp.get("", null));
  }

  @Test
  void aNodeThatDoesItsWorkIsUp() throws IOException {
    FakeHttp http = get(true, Set.of("subprocess"), SANDBOX);
    assertThat(http.status).isEqualTo(200);
    assertThat(http.text())
        .isEqualTo(
            "{\"status\":\"UP\",\"checks\":[{\"name\":\"database\",\"status\":\"UP\"},"
                + "{\"name\":\"backend subprocess\",\"status\":\"UP\","
                + "\"data\":{\"since\":\"2026-01-01T00:00:00Z\"}}]}");
    assertThat(http.responseHeaders)
        .containsEntry("Content-Type", "application/json")
        .containsEntry("Cache-Control", "no-store");
  }

  @Test
  void anEngineThatIsAwayIsToldButIsNoReasonToGoElsewhere() throws IOException {
    FakeHttp http = get(true, Set.of(), SLURM_AWAY, SANDBOX);
    assertThat(http.status).isEqualTo(200);
    assertThat(http.text())
        .startsWith("{\"status\":\"DEGRADED\"")
        .contains("{\"name\":\"backend slurm\",\"status\":\"DOWN\"")
        .doesNotContain("/run");
  }

  @Test
  void anEngineThatIsRequiredIsAReason() throws IOException {
    FakeHttp http = get(true, Set.of("slurm"), SLURM_AWAY);
    assertThat(http.status).isEqualTo(503);
    assertThat(http.text()).startsWith("{\"status\":\"DOWN\"");
  }

  @Test
  void oneThatIsRequiredAndWasNotLookedAtYetIsAReason() throws IOException {
    assertThat(get(true, Set.of("slurm"), SANDBOX).status).isEqualTo(503);
  }

  @Test
  void aNodeThatWorksOnTheQueuesIsNotForClients() throws IOException {
    System.setProperty("drover.node.role", "works");
    try {
      assertThat(get(true, Set.of()).status).isEqualTo(200);
      FakeHttp ready = FakeHttp.get("", null);
      ready.servletPath = "/health/ready";
      send(new Health(true, List.of(), Set.of()), ready);
      assertThat(ready.status).isEqualTo(503);
      assertThat(ready.text()).contains("{\"name\":\"clients\",\"status\":\"DOWN\"}");
    } finally {
      System.clearProperty("drover.node.role");
    }
  }

  @Test
  void withoutDatabaseANodeIsDown() throws IOException {
    FakeHttp http = get(false, Set.of());
    assertThat(http.status).isEqualTo(503);
    assertThat(http.text()).contains("{\"name\":\"database\",\"status\":\"DOWN\"}");
  }

  @Test
  void nothingCanBeChangedHere() throws IOException {
    FakeHttp http = send(new Health(true, List.of(), Set.of()), FakeHttp.post("", "<x/>"));
    assertThat(http.status).isEqualTo(405);
    assertThat(http.responseHeaders).containsEntry("Allow", "GET, HEAD, OPTIONS");
  }
}
