package org.drover.wps.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.drover.wps.it.Work;
import org.drover.wps.it.client.Answer;
import org.drover.wps.it.client.ExecuteXml;
import org.drover.wps.it.client.JobClient;
import org.drover.wps.it.client.TokenIssuer;
import org.drover.wps.it.client.WpsClient;
import org.drover.wps.it.server.DroverServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server configured for an OpenID provider, as docs/security.md tells. */
@Tag("any-database")
class OidcIT {

  private static final TokenIssuer ISSUER = new TokenIssuer();
  private static final long HOUR = 3600;

  private static DroverServer server;
  private static WpsClient anonymous;

  @BeforeAll
  static void start() throws IOException {
    server = DroverServer.create(Work.folder("oidc"), Map.of(), "512m");
    Path configuration = server.configuration().resolve("standalone.xml");
    String subsystem = "<subsystem xmlns=\"urn:wildfly:elytron-oidc-client:2.0\"";
    String plain = Files.readString(configuration);
    assertThat(plain).contains(subsystem + "/>");
    Files.writeString(
        configuration,
        plain.replace(
            subsystem + "/>",
            subsystem
                + "><secure-deployment name=\"wps-web.war\"><provider-url>"
                + ISSUER.address()
                + "</provider-url><client-id>drover</client-id><bearer-only>true</bearer-only>"
                + "<verify-token-audience>true</verify-token-audience>"
                + "<principal-attribute>preferred_username</principal-attribute>"
                + "</secure-deployment></subsystem>"));
    server.start();
    anonymous = new WpsClient(server.base(), "/wps");
  }

  @AfterAll
  static void stop() {
    server.close();
    ISSUER.close();
  }

  private static WpsClient bearer(String user, String... roles) {
    return anonymous.bearing(ISSUER.token(user, List.of(roles), in(HOUR)));
  }

  private static long in(long seconds) {
    return Instant.now().getEpochSecond() + seconds;
  }

  private static Answer capabilities(WpsClient client) {
    return client.kvp("service", "WPS", "request", "GetCapabilities");
  }

  @Test
  void aTokenSaysWhoOwnsAJobAndWhichRolesOneHolds() {
    JobClient job =
        JobClient.start(bearer("carl", "use"), ExecuteXml.of("wait").literal("seconds", 0).async());
    job.awaitEnd().succeeded();

    bearer("carl", "use").get(job.location()).succeeded();
    bearer("dora", "administer").get(job.location()).succeeded();
    assertThat(bearer("dora", "use").get(job.location()).status()).isEqualTo(404);
    assertThat(anonymous.get(job.location()).status()).isEqualTo(404);
    capabilities(bearer("emil", "reading")).refused("NoApplicableCode", null, 403);
  }

  @Test
  void aTokenThatIsNotGoodIsRefused() {
    List<String> use = List.of("use");
    String signedByAnother = ISSUER.token("carl", use, in(HOUR), TokenIssuer.newKeys());
    String expired = ISSUER.token("carl", use, in(-HOUR));
    String forAnother = ISSUER.tokenFor("another-service", "carl", use, in(HOUR));
    for (String token : List.of(signedByAnother, expired, forAnother, "nonsense")) {
      Answer refused =
          capabilities(anonymous.bearing(token)).refused("NoApplicableCode", null, 401);
      assertThat(refused.header("WWW-Authenticate").orElse("")).startsWith("Bearer");
    }
    capabilities(anonymous.as("carl", "password")).refused("NoApplicableCode", null, 401);
  }

  @Test
  void whoHasNoTokenIsAnonymous() {
    capabilities(anonymous).ok();
  }
}
