package org.drover.wps.chaos.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.drover.wps.chaos.law.Request;
import org.drover.wps.it.client.OgcApiClient;
import org.drover.wps.it.server.DroverServer;

/** What is deployed at one node, replaced at the other and undeployed there is so at both. */
final class Deployment implements Scenario {

  private static final String PASSWORD = "secret";
  private static final String YAML = "application/vnd.drover.command+yaml";

  @Override
  public String number() {
    return "N02";
  }

  @Override
  public String title() {
    return "deployment";
  }

  @Override
  public void run(Stage stage) {
    String process = "deployed-" + Request.newTag();
    OgcApiClient one = deployer(stage.cluster().node(0));
    OgcApiClient two = deployer(stage.cluster().node(1));
    one.send("POST", "/processes", command(process, "1", "said"), "Content-Type", YAML).is(201);
    stage.until("the other node offers it", () -> version(two, process).equals("1"));
    String job = two.start(process, "{}");
    assertThat(two.awaitEnd(job).get("status").asText()).isEqualTo("successful");
    assertThat(one.get("/jobs/" + job + "/results").is(200).text()).contains("said");

    two.send("PUT", "/processes/" + process, command(process, "2", "again"), "Content-Type", YAML)
        .is(204);
    stage.until("the first node offers the new one", () -> version(one, process).equals("2"));
    String next = one.start(process, "{}");
    assertThat(one.awaitEnd(next).get("status").asText()).isEqualTo("successful");
    assertThat(two.get("/jobs/" + next + "/results").is(200).text()).contains("again");

    two.delete("/processes/" + process).is(204);
    stage.until("the first node has withdrawn it", () -> version(one, process).isEmpty());
    stage.figures().put("nodes", 2).put("versions", 2);
  }

  private static OgcApiClient deployer(DroverServer node) {
    node.addUsers(PASSWORD, "deploy,use", "dora");
    return new OgcApiClient(node.base()).as("dora", PASSWORD);
  }

  /** The version a node offers, or nothing. */
  private static String version(OgcApiClient node, String process) {
    OgcApiClient.Reply reply = node.get("/processes/" + process);
    return reply.status() == 404 ? "" : reply.json(200).get("version").asText();
  }

  private static String command(String process, String version, String says) {
    return "{process: %s, version: '%s', title: Says, command: [echo, %s],"
            .formatted(process, version, says)
        + " outputs: {text: {title: Text, type: string, stdout: true}}}";
  }
}
