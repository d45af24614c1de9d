package org.drover.wps.it.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.drover.wps.it.Holds;
import org.drover.wps.it.Work;
import org.drover.wps.it.client.Answer;
import org.drover.wps.it.client.ExecuteXml;
import org.drover.wps.it.client.JobClient;
import org.drover.wps.it.client.OgcApiClient;
import org.drover.wps.it.client.WpsClient;
import org.drover.wps.it.server.DroverServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server that is killed again and again loses no job and does no part twice. */
@Tag("any-database")
class CrashIT {

  private static final int PARTS = 8;
  private static final int ITEMS = 30;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static DroverServer server;
  private static WpsClient wps;

  @BeforeAll
  static void startServer() {
    server =
        DroverServer.create(
                Work.folder("crash"),
                Map.of(
                    "drover.lease", "PT6S",
                    "drover.short.slots", "3",
                    "drover.deploy.programs", "sleep"))
            .start();
    wps = new WpsClient(server.base(), "/wps");
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  private static ExecuteXml bufferCountries(int featuresPerPart) {
    return ExecuteXml.of("buffer")
        .reference(
            "features",
            server.base().toString().replace("127.0.0.1", "localhost")
                + "/samples/countries.geojson",
            "mimeType=\"application/geo+json\"")
        .literal("distance", 20_000)
        .literal("quadrantSegments", 60)
        .literal("featuresPerPart", featuresPerPart)
        .async("result mimeType=\"application/geo+json\" asReference=\"true\"");
  }

  private static byte[] result(Answer end) {
    return wps.get(end.succeeded().value(Answer.output("result") + "/wps:Reference/@href"))
        .bare()
        .body();
  }

  @Test
  @Holds({"B6.6", "X2"})
  void jobsGoOnAfterTwoKillsWithTheResultOfAnUndisturbedRun() {
    byte[] undisturbed = result(JobClient.start(wps, bufferCountries(1_000)).awaitEnd(PATIENCE));
    JobClient buffer = JobClient.start(wps, bufferCountries(1));
    JobClient waiting = JobClient.start(wps, Waiting.inParts("wait-in-parts", PARTS, ITEMS, 100));
    JobClient longWaiting =
        JobClient.start(wps, Waiting.inParts("wait-in-parts-long", PARTS, ITEMS, 100));
    List<JobClient> accepted = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      accepted.add(
          JobClient.start(
              wps, ExecuteXml.of("wait").literal("seconds", 1).literal("steps", 5).async()));
    }

    waiting.awaitPercent(10);
    accepted.add(
        JobClient.start(wps, ExecuteXml.of("echo").literal("text", "just before").async()));
    server.kill();
    server.start();
    waiting.awaitPercent(40);
    server.kill();
    server.start();

    Waiting.assertEachItemOnce(waiting.awaitEnd(PATIENCE), PARTS, ITEMS);
    Waiting.assertEachItemOnce(longWaiting.awaitEnd(PATIENCE), PARTS, ITEMS);
    assertThat(result(buffer.awaitEnd(PATIENCE))).isEqualTo(undisturbed);
    accepted.forEach(it -> it.awaitEnd(PATIENCE).succeeded());
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(workFiles()).isEmpty());
  }

  @Test
  @Holds({"B6.6", "X2"})
  void jobsGoOnAfterAnOrderlyStop() {
    JobClient waiting = JobClient.start(wps, Waiting.inParts("wait-in-parts", PARTS, ITEMS, 50));
    JobClient direct =
        JobClient.start(
            wps, ExecuteXml.of("wait").literal("seconds", 6).literal("steps", 6).async());
    waiting.awaitPercent(20);
    server.terminate();
    server.start();

    Waiting.assertEachItemOnce(waiting.awaitEnd(PATIENCE), PARTS, ITEMS);
    direct.awaitEnd(PATIENCE).succeeded();
  }

  @Test
  @Holds({"E1", "X2"})
  void aDeployedProcessAndItsJobsOutliveAKill() {
    server.addUsers("secret", "deploy", "dora");
    OgcApiClient api = new OgcApiClient(server.base());
    api.as("dora", "secret")
        .send(
            "POST",
            "/processes",
            "{process: sleeper, version: '1', title: Sleeper, command: [sleep, '{seconds}'],"
                + " inputs: {seconds: {title: Seconds, type: double}},"
                + " outputs: {said: {title: Said, formats: [{type: text/plain}], stdout: true}}}",
            "Content-Type",
            "application/vnd.drover.command+yaml")
        .is(201);
    String ending = api.start("sleeper", "{\"inputs\": {\"seconds\": 3}}");
    String running = api.start("sleeper", "{\"inputs\": {\"seconds\": 60.5}}");
    await().atMost(PATIENCE).until(() -> sleepers("3.0").size() == 1);
    await().atMost(PATIENCE).until(() -> sleepers("60.5").size() == 1);
    List<Long> program = sleepers("60.5");
    server.kill();
    await().atMost(PATIENCE).until(() -> sleepers("3.0").isEmpty());
    server.start();

    assertThat(api.get("/processes/sleeper").json(200).get("mutable").asBoolean()).isTrue();
    assertThat(api.awaitEnd(ending).get("status").asText()).isEqualTo("successful");
    assertThat(sleepers("60.5")).isEqualTo(program);
    assertThat(api.awaitEnd(running).get("status").asText()).isEqualTo("successful");
  }

  private static List<Long> sleepers(String seconds) {
    return ProcessHandle.allProcesses()
        .filter(
            it ->
                it.info().arguments().filter(e -> List.of(e).equals(List.of(seconds))).isPresent())
        .map(ProcessHandle::pid)
        .toList();
  }

  private static List<Path> workFiles() throws IOException {
    try (Stream<Path> files = Files.walk(server.data())) {
      return files
          .filter(Files::isRegularFile)
          .filter(it -> it.toString().matches(".*/(staged|parts|work-\\d+|incoming)/.*"))
          .toList();
    }
  }
}
