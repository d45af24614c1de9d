package org.drover.wps.it.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.drover.wps.it.Holds;
import org.drover.wps.it.Work;
import org.drover.wps.it.client.OgcApiClient;
import org.drover.wps.it.server.DroverServer;
import org.drover.wps.it.server.RealEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Packages that name an image, run in real containers. */
@Tag("any-database")
class DeployContainerIT {

  private static final String CWL =
      """
      cwlVersion: v1.2
      class: CommandLineTool
      id: shout
      s:softwareVersion: 1.0.0
      requirements:
        DockerRequirement: {dockerPull: "%s"}
        ResourceRequirement: {ramMax: 200}
        EnvVarRequirement: {envDef: {WORD: loud}}
        ToolTimeLimit: {timelimit: 120}
      baseCommand: [sh, -c]
      arguments:
        - tr a-z A-Z < $(inputs.text.path) > shouted.txt; echo $WORD $(inputs.times)
      inputs:
        text: {type: File}
        times: {type: int, default: 3}
      outputs:
        shouted: {type: File, outputBinding: {glob: shouted.txt}}
        said: {type: stdout}
      """
          .formatted(RealEngine.IMAGE);
  private static final String INPUTS =
      "{\"inputs\": {\"text\": {\"value\": \"hello\", \"mediaType\": \"text/plain\"}},"
          + " \"response\": \"document\"}";

  private static RealEngine engine;
  private static DroverServer server;
  private static OgcApiClient api;
  private static OgcApiClient dora;

  @BeforeAll
  static void start() {
    engine = RealEngine.ofContainers("podman", Work.folder("podman"));
    server =
        DroverServer.create(
                Work.folder("deploy"), Map.of("drover.container.host", engine.host()), "512m")
            .start();
    server.addUsers("secret", "use,deploy", "dora");
    api = new OgcApiClient(server.base());
    dora = api.as("dora", "secret");
  }

  @AfterAll
  static void stop() {
    server.close();
    engine.close();
  }

  @Test
  @Holds({"E1", "E6", "E7", "E9", "E10"})
  void aPackageRunsInItsImageIsReplacedAndUndeployed() {
    dora.send("POST", "/processes", CWL, "Content-Type", "application/cwl+yaml").is(201);
    JsonNode results = api.execute("shout", INPUTS).results();
    assertThat(results.at("/shouted").asText()).isEqualTo("HELLO");
    assertThat(results.at("/said").asText()).isEqualTo("loud 3\n");

    String replacement =
        """
        {"processDescription": {"id": "shout", "version": "2.0.0", "title": "Shout",
          "inputs": {"text": {"schema": {"type": "string", "contentMediaType": "text/plain"}}},
          "outputs": {"length": {"schema": {"type": "integer"}}}},
         "executionUnit": {"type": "docker", "image": "%s", "config": {"memoryMax": 0.2},
          "command": ["sh", "-c", "wc -c < {text.path} > {length.path}"]}}
        """
            .formatted(RealEngine.IMAGE);
    dora.send("PUT", "/processes/shout", replacement, "Content-Type", "application/ogcapppkg+json")
        .is(204);
    String job = api.start("shout", INPUTS);
    assertThat(api.awaitEnd(job).get("status").asText()).isEqualTo("successful");
    assertThat(api.get("/jobs/" + job + "/results").results().at("/length").asInt()).isEqualTo(5);

    dora.delete("/processes/shout").is(204);
    api.get("/processes/shout").refusedAs(404, "no-such-process");
  }

  @Test
  @Holds("E12")
  void aPackageHasNoNetworkAndWritesNowhereElse() {
    String bad =
        """
        process: nosy
        version: 1.0.0
        title: Nosy
        image: %s
        outputs: {said: {title: Said, formats: [{type: text/plain}], stdout: true}}
        command: [sh, -c, "ls /sys/class/net; touch /usr/x || echo read-only; id -u"]
        """
            .formatted(RealEngine.IMAGE);
    dora.send("POST", "/processes", bad, "Content-Type", "application/vnd.drover.command+yaml")
        .is(201);
    assertThat(api.execute("nosy", "{}").is(200).text().lines())
        .contains("lo", "read-only")
        .doesNotContain("eth0", "0");
    dora.delete("/processes/nosy").is(204);
  }
}
