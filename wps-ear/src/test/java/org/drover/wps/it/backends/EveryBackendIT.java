package org.drover.wps.it.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.drover.wps.it.Work;
import org.drover.wps.it.client.AdminClient;
import org.drover.wps.it.client.OgcApiClient;
import org.drover.wps.it.server.DroverServer;
import org.drover.wps.it.server.RealEngine;
import org.drover.wps.job.JobFolders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One process, in parts and whole, has the same result wherever its work is done. */
@Tag("any-database")
class EveryBackendIT {

  private static final String CHOICE = "drover.backends";
  private static final String ECHO = "{\"inputs\": {\"text\": \"Größe 東京\"}}";

  private static final List<RealEngine> engines = new ArrayList<>();
  private static Path folder;
  private static DroverServer server;
  private static OgcApiClient api;
  private static String buffered;
  private static String echoed;

  @BeforeAll
  static void startWithTheResultsOfTheServerItself() throws IOException {
    folder = Files.createTempDirectory("drover-backends"); // where nobody can go
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    RealEngine podman = RealEngine.ofContainers("podman", folder.resolve("podman"));
    engines.add(podman);
    server =
        DroverServer.create(
            folder.resolve("server"), Map.of("drover.container.host", podman.host()), "512m");
    server.start();
    api = new OgcApiClient(server.base());
    buffered = run("buffer", buffer());
    echoed = run("echo", ECHO);
  }

  @AfterAll
  static void stop() {
    server.close();
    engines.forEach(RealEngine::close);
    JobFolders.remove(folder);
  }

  private static String buffer() {
    return """
        {"inputs": {
          "features": {"href": "%s/samples/countries.geojson", "type": "application/geo+json"},
          "distance": {"value": 50, "uom": "km"},
          "featuresPerPart": 90}}
        """
        .formatted(server.base());
  }

  /** Runs a process as a job and gives the text of its one output. */
  private static String run(String process, String request) {
    String job = api.start(process, request);
    JsonNode end = api.awaitEnd(job);
    assertThat(end.get("status").asText()).as(end.toString()).isEqualTo("successful");
    return api.get("/jobs/" + job + "/results").is(200).text();
  }

  private static void assertSameOn(String backend) {
    server.admin().setProperty(CHOICE, "buffer=" + backend + ",echo=" + backend);
    assertThat(run("buffer", buffer())).isEqualTo(buffered);
    assertThat(run("echo", ECHO)).isEqualTo(echoed);
  }

  @Test
  void inTheSandbox() {
    assertSameOn("subprocess");
  }

  @Test
  void inContainersOfPodman() {
    assertSameOn("container");
  }

  @ParameterizedTest
  @ValueSource(strings = {"slurm", "gridengine"})
  void underAScheduler(String name) {
    engines.add(RealEngine.scheduler(name, Work.folder("schedulers")));
    assertSameOn(name);
  }

  /** Last, as the server is told at its start which engine of containers is its own. */
  @Test
  void inContainersOfDocker() {
    RealEngine docker = RealEngine.ofContainers("docker", folder.resolve("docker"));
    engines.add(docker);
    server.terminate();
    server.set("drover.container.host", docker.host()).start();
    assertSameOn("container");
    assertJobsWaitWhileItHangs(docker, "container");
    assertNothingIsLeftOfASynchronousRun(docker, "container");
  }

  /** The status of a job says what it waits for, and the health check what is wrong. */
  private static void assertJobsWaitWhileItHangs(RealEngine engine, String backend) {
    assertThat(health("status")).isEqualTo("UP");
    String job;
    engine.freeze();
    try {
      job = api.start("echo", ECHO);
      await()
          .atMost(Duration.ofMinutes(2))
          .untilAsserted(
              () -> {
                assertThat(health("backend " + backend)).isEqualTo("DOWN");
                assertThat(api.status(job).path("message").asText())
                    .startsWith("Waits for " + backend + ", which does not answer");
              });
      assertThat(health("status")).isEqualTo("DEGRADED");
    } finally {
      engine.thaw();
    }
    assertThat(api.awaitEnd(job).get("status").asText()).isEqualTo("successful");
    await().atMost(Duration.ofMinutes(1)).until(() -> health("status").equals("UP"));
  }

  /** Nobody waits for it any more when its server has died. */
  private static void assertNothingIsLeftOfASynchronousRun(RealEngine engine, String backend) {
    server.admin().setProperty(CHOICE, "wait=" + backend);
    String request = "{\"inputs\": {\"seconds\": 3600, \"steps\": 1}}";
    Thread client = new Thread(() -> api.execute("wait", request));
    client.setUncaughtExceptionHandler((it, e) -> {}); // its server dies
    client.start();
    await().atMost(Duration.ofMinutes(1)).until(() -> !engine.containers().equals("[]"));
    server.kill();
    server.start();
    await().atMost(Duration.ofMinutes(1)).until(() -> engine.containers().equals("[]"));
  }

  /** What the health check says of all, {@code status}, or of one thing. */
  private static String health(String of) {
    JsonNode health = AdminClient.anonymous(server.base()).get("../health").ok();
    for (JsonNode each : health.get("checks")) {
      if (each.get("name").asText().equals(of)) {
        return each.get("status").asText();
      }
    }
    return health.path(of).asText();
  }
}
