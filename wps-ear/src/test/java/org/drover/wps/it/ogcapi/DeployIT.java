package org.drover.wps.it.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.drover.wps.it.Holds;
import org.drover.wps.it.SharedServer;
import org.drover.wps.it.client.DataServer;
import org.drover.wps.it.client.OgcApiClient;
import org.drover.wps.it.client.OgcApiClient.Reply;
import org.drover.wps.it.client.WpsClient;
import org.drover.wps.it.server.DroverServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Deploy, replace and undeploy, of programs an administrator permits to run without an image. */
@ExtendWith(SharedServer.class)
class DeployIT {

  private static final String PASSWORD = "deployment";
  private static final String OGC = "application/ogcapppkg+json";
  private static final String CWL = "application/cwl+yaml";
  private static final String PROGRAMS = "drover.deploy.programs";

  private final OgcApiClient api;
  private final WpsClient wps;
  private final DroverServer server;
  private final DataServer data;
  private final String test = UUID.randomUUID().toString().substring(0, 8);
  private final String id = "sorted-" + test;
  private OgcApiClient anna;

  DeployIT(OgcApiClient api, WpsClient wps, DroverServer server, DataServer data) {
    this.api = api;
    this.wps = wps;
    this.server = server;
    this.data = data;
  }

  private OgcApiClient user(String name, String roles) {
    server.addUsers(PASSWORD, roles, name + test);
    return api.as(name + test, PASSWORD);
  }

  @BeforeEach
  void permit() {
    server.admin().setProperty(PROGRAMS, "sort,sh");
    anna = user("anna", "use,deploy");
  }

  @AfterEach
  void tidy() {
    user("root", "administer").delete("/processes/" + id);
    server.admin().removeProperty(PROGRAMS);
  }

  /** The YAML of a command, in JSON. */
  private String command(String version) {
    return """
        {"process": "%s", "version": "%s", "title": "Sorted lines",
         "inputs": {"text": {"title": "Text", "formats": [{"type": "text/plain"}]}},
         "outputs": {"sorted": {"title": "Sorted", "formats": [{"type": "text/plain"}],
           "stdout": true}},
         "command": ["sort", "{text.path}"]}"""
        .formatted(id, version);
  }

  private String packaged(String version) {
    return "{\"executionUnit\": {\"value\": "
        + command(version)
        + ", \"mediaType\": \"application/vnd.drover.command+json\"}}";
  }

  private static Reply deploy(OgcApiClient who, String type, String body) {
    return who.send("POST", "/processes", body, "Content-Type", type);
  }

  private Reply replace(OgcApiClient who, String type, String body) {
    return who.send("PUT", "/processes/" + id, body, "Content-Type", type);
  }

  private static void refusedAs(Reply reply, int status, String kind) {
    assertThat(reply.refused(status, "").json().get("type").asText())
        .isEqualTo("http://www.opengis.net/def/exceptions/ogcapi-processes-2/1.0/" + kind);
  }

  private int sequence() {
    return Integer.parseInt(
        wps.kvp("service", "WPS", "request", "GetCapabilities", "AcceptVersions", "1.0.0")
            .ok()
            .value("/wps:Capabilities/@updateSequence"));
  }

  private String run(OgcApiClient who) {
    return who.execute(id, "{\"inputs\": {\"text\": \"b\\na\\n\"}}").is(200).text();
  }

  @Test
  @Holds({"E1", "E2", "E5", "E9", "X1"})
  void aDeployedProcessIsOfferedInEveryProtocolAndRuns() {
    int before = sequence();
    Reply reply = deploy(anna, OGC, packaged("1.0.0"));
    JsonNode summary = reply.json(201);
    assertThat(reply.header("Location")).contains(api.root() + "/processes/" + id);
    assertThat(summary.get("id").asText()).isEqualTo(id);
    assertThat(summary.get("version").asText()).isEqualTo("1.0.0");
    assertThat(summary.get("mutable").asBoolean()).isTrue();

    assertThat(api.get("/processes/" + id).json(200).get("mutable").asBoolean()).isTrue();
    assertThat(sequence()).isGreaterThan(before);
    for (String version : new String[] {"1.0.0", "2.0.0"}) {
      assertThat(
              wps.kvp(
                      "service",
                      "WPS",
                      "version",
                      version,
                      "request",
                      "DescribeProcess",
                      "identifier",
                      id)
                  .ok()
                  .text())
          .contains("Sorted lines");
    }
    assertThat(run(api)).isEqualTo("a\nb\n");
    JsonNode job = api.awaitEnd(api.start(id, "{\"inputs\": {\"text\": \"d\\nc\\n\"}}"));
    assertThat(job.get("status").asText()).isEqualTo("successful");
    assertThat(api.get("/jobs/" + job.get("jobID").asText() + "/results").is(200).text())
        .isEqualTo("c\nd\n");
  }

  @Test
  @Holds("E5")
  void everyProcessTellsWhetherItCanBeReplaced() {
    deploy(anna, OGC, packaged("1.0.0")).is(201);
    for (JsonNode each : api.get("/processes?limit=1000").json(200).get("processes")) {
      assertThat(each.get("mutable").isBoolean()).isTrue();
      assertThat(each.get("mutable").asBoolean())
          .as(each.get("id").asText())
          .isEqualTo(each.get("id").asText().equals(id));
    }
  }

  @Test
  @Holds("E3")
  void anIdentifierIsTakenOnceAndThoseOfTheServerNever() {
    deploy(anna, OGC, packaged("1.0.0")).is(201);
    refusedAs(deploy(anna, OGC, packaged("1.0.0")), 409, "duplicated-process");
    refusedAs(deploy(anna, OGC, packaged("1.0.0").replace(id, "echo")), 403, "immutable-process");
  }

  @Test
  @Holds("E4")
  void otherMediaTypesAreRefused() {
    refusedAs(deploy(anna, "text/plain", "x"), 415, "unsupported-media-type");
    refusedAs(deploy(anna, "text/plain", ""), 415, "unsupported-media-type");
    refusedAs(deploy(anna, "application/json", packaged("1")), 415, "unsupported-media-type");
    refusedAs(anna.send("POST", "/processes", ""), 415, "unsupported-media-type");
    deploy(anna, OGC, packaged("1.0.0")).is(201);
    refusedAs(replace(anna, "text/plain", "x"), 415, "unsupported-media-type");
  }

  @Test
  @Holds({"E6", "E8", "E9"})
  void aProcessIsReplacedAndItsPackageToldAsItWasSent() {
    deploy(anna, OGC, packaged("1.0.0")).is(201);
    Reply sent = anna.get("/processes/" + id + "/package").is(200);
    assertThat(sent.contentType()).isEqualTo(OGC);
    assertThat(sent.text()).isEqualTo(packaged("1.0.0"));

    int before = sequence();
    String other = packaged("1.0.0").replace("\"sort\"", "\"sort\", \"-r\"");
    assertThat(replace(anna, OGC, other).is(204).body()).isEmpty();
    assertThat(sequence()).isGreaterThan(before);
    assertThat(anna.get("/processes/" + id + "/package").is(200).text()).isEqualTo(other);
    assertThat(api.get("/processes/" + id).json(200).get("version").asText()).isEqualTo("1.0.0+r2");
    assertThat(run(api)).isEqualTo("b\na\n");

    replace(anna, OGC, packaged("2.0.0").replace(id, "other")).refused(422, "'other'");
    anna.send("PUT", "/processes/nothing", packaged("1"), "Content-Type", OGC)
        .refusedAs(404, "no-such-process");
    refusedAs(
        anna.send("PUT", "/processes/echo", packaged("1"), "Content-Type", OGC),
        403,
        "immutable-process");
    anna.get("/processes/echo/package").refusedAs(404, "no-such-process");
  }

  @Test
  @Holds("E7")
  void aProcessIsUndeployed() {
    deploy(anna, OGC, packaged("1.0.0")).is(201);
    int before = sequence();
    assertThat(anna.delete("/processes/" + id).is(204).body()).isEmpty();
    api.get("/processes/" + id).refusedAs(404, "no-such-process");
    assertThat(sequence()).isGreaterThan(before);
    anna.delete("/processes/" + id).refusedAs(404, "no-such-process");
    refusedAs(anna.delete("/processes/echo"), 403, "immutable-process");
  }

  @Test
  @Holds("E9")
  void anExecutionUnitIsFetchedWhereThePackageLinksToIt() {
    URI unit = data.serve("/unit-" + test, "text/yaml", command("3.0.0"));
    deploy(anna, OGC, "{\"executionUnit\": {\"href\": \"" + unit + "\"}}").is(201);
    assertThat(api.get("/processes/" + id).json(200).get("version").asText()).isEqualTo("3.0.0");
    assertThat(run(api)).isEqualTo("a\nb\n");

    String none = data.status("/no-unit-" + test, 404).toString();
    deploy(anna, OGC, "{\"executionUnit\": {\"href\": \"" + none + "\"}}")
        .refused(400, "executionUnit");
    deploy(anna, OGC, "{\"executionUnit\": {\"href\": \"file:///etc/passwd\"}}")
        .refused(400, "executionUnit");
  }

  private String cwl(String name) {
    return """
        class: CommandLineTool
            id: %s
            baseCommand: sort
            inputs: {text: {type: File, inputBinding: {}}}
            outputs: {sorted: {type: stdout}}
        """
        .formatted(name);
  }

  @Test
  @Holds("E10")
  void aToolOfCwlIsDeployedTheFirstOrTheOneNamed() {
    String graph = "cwlVersion: v1.2\n$graph:\n  - " + cwl("other-" + test) + "  - " + cwl(id);
    refusedAs(
        anna.send("POST", "/processes?w=third", graph, "Content-Type", CWL),
        400,
        "workflow-not-found");
    JsonNode named = anna.send("POST", "/processes?w=" + id, graph, "Content-Type", CWL).json(201);
    assertThat(named.get("id").asText()).isEqualTo(id);
    assertThat(
            api.execute(
                    id,
                    "{\"inputs\": {\"text\": {\"value\": \"b\\na\\n\", \"mediaType\": \"text/plain\"}}}")
                .is(200)
                .text())
        .isEqualTo("a\nb\n");
    assertThat(deploy(anna, "application/cwl", graph).json(201).get("id").asText())
        .isEqualTo("other-" + test);
    anna.delete("/processes/other-" + test).is(204);
  }

  @Test
  @Holds("E11")
  void aJobThatRunsEndsAsItBeganThoughItsProcessIsReplacedAndUndeployed() {
    String slow =
        packaged("1.0.0")
            .replace("[\"sort\", \"{text.path}\"]", "[\"sh\", \"-c\", \"sleep 8; echo old\"]");
    deploy(anna, OGC, slow).is(201);
    String job = api.start(id, "{\"inputs\": {\"text\": \"x\"}}");
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> !api.status(job).get("status").asText().equals("accepted"));
    replace(anna, OGC, packaged("2.0.0")).is(204);
    assertThat(run(api)).isEqualTo("a\nb\n");
    anna.delete("/processes/" + id).is(204);
    assertThat(api.awaitEnd(job).get("status").asText()).isEqualTo("successful");
    assertThat(api.get("/jobs/" + job + "/results").is(200).text()).isEqualTo("old\n");
  }

  @Test
  @Holds("E12")
  void onlyThoseWithTheRightDeployAndOnlyTheirOwnProcesses() {
    OgcApiClient bert = user("bert", "use");
    OgcApiClient carl = user("carl", "use,deploy");
    OgcApiClient root = user("boss", "administer");
    Reply login = deploy(api, OGC, packaged("1.0.0")).refused(401, "log in");
    assertThat(login.header("WWW-Authenticate").orElse("")).contains("Basic");
    deploy(bert, OGC, packaged("1.0.0")).refused(403, "'deploy'");
    deploy(anna, OGC, packaged("1.0.0")).is(201);

    replace(api, OGC, packaged("2.0.0")).refused(401, "log in");
    replace(bert, OGC, packaged("2.0.0")).refused(403, "'deploy'");
    replace(carl, OGC, packaged("2.0.0")).refused(403, "somebody else");
    api.delete("/processes/" + id).refused(401, "log in");
    bert.delete("/processes/" + id).refused(403, "'deploy'");
    carl.delete("/processes/" + id).refused(403, "somebody else");
    api.get("/processes/" + id + "/package").refused(401, "log in");
    bert.get("/processes/" + id + "/package").refused(403, "'deploy'");
    carl.get("/processes/" + id + "/package").is(200);
    replace(root, OGC, packaged("2.0.0")).is(204);
    root.delete("/processes/" + id).is(204);
  }

  @Test
  @Holds("E12")
  void whatADeployerMayNotHaveIsRefusedWithItsLine() {
    deploy(anna, OGC, packaged("1").replace("\"sort\"", "\"id\"")).refused(422, "line 5");
    deploy(anna, OGC, packaged("1").replace("\"command\"", "\"network\": true, \"command\""))
        .refused(422, "no network");
    deploy(anna, OGC, "{\"executionUnit\"").refused(400, "line 1");
    deploy(anna, OGC, "{\"executionUnit\": " + " ".repeat(400_000) + "}").refused(413, "400000");
    deploy(anna, CWL, "cwlVersion: v1.2\nclass: Workflow\n").refused(422, "line 2");
    server.admin().setProperty(PROGRAMS, "none");
    deploy(anna, OGC, packaged("1.0.0")).refused(422, "needs an image");
    assertThat(api.get("/processes/" + id).status()).isEqualTo(404);
  }
}
