package org.drover.wps.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.drover.wps.it.SharedServer;
import org.drover.wps.it.client.Answer;
import org.drover.wps.it.client.ExecuteXml;
import org.drover.wps.it.client.JobClient;
import org.drover.wps.it.client.WpsClient;
import org.drover.wps.it.server.DroverServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Users of the server's own file, with HTTP Basic. */
@ExtendWith(SharedServer.class)
@Tag("any-database")
class SecurityIT {

  private static final String PASSWORD = "correct horse";

  private final WpsClient anonymous;
  private final DroverServer server;
  private final String test = UUID.randomUUID().toString();

  SecurityIT(WpsClient anonymous, DroverServer server) {
    this.anonymous = anonymous;
    this.server = server;
  }

  /** A user with these roles that no other test knows of. */
  private WpsClient user(String name, String roles) {
    server.addUsers(PASSWORD, roles, name + test);
    return anonymous.as(name + test, PASSWORD);
  }

  private static ExecuteXml echo() {
    return ExecuteXml.of("echo").complex("data", "mimeType=\"text/plain\"", "mine");
  }

  private static ExecuteXml stored() {
    return echo().async("data mimeType=\"text/plain\" asReference=\"true\"");
  }

  private static Answer capabilities(WpsClient client) {
    return client.kvp("service", "WPS", "request", "GetCapabilities");
  }

  private static Answer description(WpsClient client, String process) {
    return client.kvp(
        "service", "WPS", "version", "1.0.0", "request", "DescribeProcess", "identifier", process);
  }

  @Test
  void aJobItsStatusAndItsOutputsExistForItsOwnerAlone() {
    WpsClient anna = user("anna", "use");
    WpsClient bert = user("bert", "use");
    WpsClient root = user("root", "administer");
    JobClient job = JobClient.start(anna, stored());
    String output = job.awaitEnd().succeeded().value("//wps:Reference/@href");

    assertThat(anna.get(output).bare().text()).isEqualTo("mine");
    assertThat(root.get(output).bare().text()).isEqualTo("mine");
    root.get(job.location()).succeeded();
    String id = job.location().getQuery().replace("id=", "");
    for (WpsClient other : new WpsClient[] {bert, anonymous}) {
      other.get(job.location()).refused("InvalidParameterValue", id, 404);
      assertThat(other.get(output).status()).isEqualTo(404);
      assertThat(other.get(output).text()).doesNotContain("mine");
    }
  }

  @Test
  void whatNobodyOwnsIsReachedByItsAddress() {
    JobClient job = JobClient.start(anonymous, stored());
    String output = job.awaitEnd().succeeded().value("//wps:Reference/@href");
    WpsClient anna = user("anna", "use");

    assertThat(anonymous.get(output).bare().text()).isEqualTo("mine");
    assertThat(anna.get(output).bare().text()).isEqualTo("mine");
    anna.get(job.location()).succeeded();
  }

  @Test
  void aWrongPasswordIsRefusedAlsoWhereNoneIsNeeded() {
    user("anna", "use");
    for (String name : new String[] {"anna" + test, "nobody" + test}) {
      WpsClient wrong = anonymous.as(name, "wrong");
      Answer refused = capabilities(wrong).refused("NoApplicableCode", null, 401);
      assertThat(refused.header("WWW-Authenticate")).contains("Basic realm=\"Drover\"");
      wrong.execute(stored()).refused("NoApplicableCode", null, 401);
      assertThat(wrong.get(server.base() + "/outputs/any").status()).isEqualTo(401);
      assertThat(wrong.get(server.base() + "/nothing/here").contentType())
          .isEqualTo("application/problem+json");
    }
  }

  @Test
  void whoeverGuessesPasswordsIsShutOut() {
    WpsClient lena = user("lena", "use");
    capabilities(lena).ok();
    for (int i = 0; i < 12; i++) {
      capabilities(anonymous.as("lena" + test, "guess " + i))
          .refused("NoApplicableCode", null, 401);
    }
    capabilities(lena).refused("NoApplicableCode", null, 401);
  }

  @Test
  void whereAnonymousCallersAreNotServedEveryAddressAsksForALogin() {
    WpsClient anna = user("anna", "use");
    server.admin().setProperty("drover.anonymous", "false");
    try {
      Answer refused = capabilities(anonymous).refused("NoApplicableCode", null, 401);
      assertThat(refused.header("WWW-Authenticate")).contains("Basic realm=\"Drover\"");
      for (String path : new String[] {"/outputs/any", "/nothing/here", "/"}) {
        Answer answer = anonymous.get(server.base() + path);
        assertThat(answer.status()).as(path).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).as(path).isPresent();
      }
      HttpRequest.Builder preflight =
          HttpRequest.newBuilder(anonymous.address())
              .method("OPTIONS", HttpRequest.BodyPublishers.noBody());
      assertThat(anonymous.send(preflight).status()).isEqualTo(204);
      assertThat(anonymous.get(server.base() + "/samples/countries.geojson").status())
          .isEqualTo(200);
      assertThat(anna.execute(echo().raw("data mimeType=\"text/plain\"")).bare().text())
          .isEqualTo("mine");
    } finally {
      server.admin().removeProperty("drover.anonymous");
    }
    capabilities(anonymous).ok();
  }

  @Test
  void rolesDecideWhatOneMayDo() {
    WpsClient guest = user("guest", "reading");
    capabilities(guest).refused("NoApplicableCode", null, 403);
    guest.execute(echo().raw("data")).refused("InvalidParameterValue", "Identifier", 400);
    server.admin().setProperty("drover.anonymous.roles", "none");
    try {
      Answer refused = capabilities(anonymous).refused("NoApplicableCode", null, 401);
      assertThat(refused.header("WWW-Authenticate")).contains("Basic realm=\"Drover\"");
    } finally {
      server.admin().removeProperty("drover.anonymous.roles");
    }
    capabilities(user("root", "administer")).ok();
  }

  @Test
  void rulesSayWhoSeesAndRunsAProcess() throws IOException {
    WpsClient forester = user("fora", "use,forestry");
    WpsClient anna = user("anna", "use");
    String before = capabilities(anonymous).ok().header("ETag").orElseThrow();
    Path rules = server.configuration().resolve("process-access.conf");
    Files.writeString(rules, "echo see=role:forestry\nwait see=everybody run=role:forestry\n");
    try {
      assertThat(ids(capabilities(forester))).contains("echo", "wait");
      assertThat(capabilities(forester).header("Cache-Control")).contains("private, no-cache");
      assertThat(ids(capabilities(anna))).contains("wait").doesNotContain("echo");
      assertThat(capabilities(anonymous).header("ETag")).isPresent().isNotEqualTo(before);
      assertThat(capabilities(anonymous).header("Vary").orElse("")).contains("Authorization");

      description(forester, "echo").ok();
      description(anna, "echo").refused("InvalidParameterValue", "identifier", 400);
      assertThat(description(anna, "ALL").values("//ProcessDescription/ows:Identifier"))
          .contains("wait")
          .doesNotContain("echo");

      forester.execute(echo().raw("data mimeType=\"text/plain\"")).bare();
      anna.execute(echo().raw("data")).refused("InvalidParameterValue", "Identifier", 400);
      ExecuteXml wait = ExecuteXml.of("wait").literal("seconds", 0);
      forester.execute(wait).succeeded();
      anna.execute(wait).refused("NoApplicableCode", null, 403);
      Answer login = anonymous.execute(wait).refused("NoApplicableCode", null, 401);
      assertThat(login.header("WWW-Authenticate")).contains("Basic realm=\"Drover\"");
    } finally {
      Files.delete(rules);
    }
    assertThat(capabilities(anonymous).header("ETag")).contains(before);
  }

  private static List<String> ids(Answer capabilities) {
    return capabilities.ok().values("//wps:Process/ows:Identifier");
  }

  @Test
  void noPasswordIsWrittenToTheLog() throws IOException {
    WpsClient anna = user("anna", "use");
    anna.execute(stored()).ok();
    capabilities(anonymous.as("anna" + test, "wrong horse")).refused("NoApplicableCode", null, 401);
    assertThat(Files.readString(server.log()))
        .doesNotContain(PASSWORD)
        .doesNotContain("wrong horse");
  }
}
