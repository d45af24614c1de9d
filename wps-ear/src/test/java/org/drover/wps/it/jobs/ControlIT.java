package org.drover.wps.it.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.drover.wps.it.Work;
import org.drover.wps.it.client.AdminClient;
import org.drover.wps.it.client.ExecuteXml;
import org.drover.wps.it.client.JobClient;
import org.drover.wps.it.server.DroverServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The administrative resource; with PostgreSQL each order is given at another node. */
@Tag("any-database")
class ControlIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int PARTS = 4;
  private static final int ITEMS = 40;

  private static Nodes nodes;
  private static DroverServer here;
  private static AdminClient anybody;
  private static AdminClient admin;
  private static AdminClient user;

  @BeforeAll
  static void start() {
    nodes =
        Nodes.asManyAsServed(
            Work.folder("control"), Map.of("drover.short.slots", "1", "drover.sweep", "PT1S"));
    nodes.all().forEach(it -> it.addUsers("secret1", "use,administer", "ada"));
    nodes.all().forEach(it -> it.addUsers("secret2", "use", "bob"));
    nodes.start();
    here = nodes.first();
    anybody = AdminClient.anonymous(nodes.other(here).base());
    admin = anybody.as("ada", "secret1");
    user = anybody.as("bob", "secret2");
  }

  @AfterAll
  static void stop() {
    nodes.close();
  }

  @BeforeEach
  void awaitIdle() {
    nodes.awaitIdle();
  }

  private static JobClient startInParts(int milliseconds) {
    return JobClient.start(
        Nodes.client(here), Waiting.inParts("wait-in-parts", PARTS, ITEMS, milliseconds));
  }

  private static JobClient startWaiting(double seconds) {
    return JobClient.start(
        Nodes.client(here),
        ExecuteXml.of("wait").literal("seconds", seconds).literal("steps", 20).async());
  }

  private static String path(JobClient job) {
    return "jobs/" + job.id();
  }

  /** Jobs that keep every slot of every node busy. */
  private static List<JobClient> fillSlots() {
    List<JobClient> busy = new ArrayList<>();
    for (int i = 0; i < nodes.all().size(); i++) {
      busy.add(startWaiting(4));
    }
    busy.forEach(JobClient::awaitStart);
    return busy;
  }

  @Test
  void aPausedJobFreesItsSlotAndGoesOnAtItsCheckpoint() {
    JobClient job = startInParts(50);
    job.awaitPercent(10);

    JsonNode paused = anybody.post(path(job) + "/pause", "{\"why\": \"let others pass\"}").ok();
    assertThat(paused.path("status").asText()).isEqualTo("paused");
    assertThat(paused.has("node")).as(paused.toString()).isFalse();
    nodes.awaitIdle();
    assertThat(job.status().state()).isEqualTo("ProcessPaused");
    startWaiting(0).awaitEnd(PATIENCE).succeeded();
    assertThat(anybody.post(path(job) + "/pause", "").ok().path("status").asText())
        .isEqualTo("paused");

    anybody.post(path(job) + "/resume", "").ok();
    Waiting.assertEachItemOnce(job.awaitEnd(), PARTS, ITEMS);
    JsonNode ended = anybody.get(path(job)).ok();
    assertThat(ended.path("attempts").asInt()).isEqualTo(2);
    assertThat(ended.path("crashes").asInt()).isZero();
    JsonNode history = anybody.get(path(job) + "/history").ok().path("history");
    assertThat(history.findValuesAsText("to"))
        .containsExactly("accepted", "running", "paused", "accepted", "running", "succeeded");
    assertThat(history.get(2).path("why").asText()).isEqualTo("let others pass");
    anybody.post(path(job) + "/pause", "").refused(409);
  }

  @Test
  void aJobPausedBeforeItsTurnLetsOthersPass() {
    List<JobClient> busy = fillSlots();
    JobClient first = startWaiting(0);
    JobClient second = startWaiting(0);
    anybody.post(path(first) + "/pause", "").ok();
    busy.forEach(it -> it.awaitEnd().succeeded());
    second.awaitEnd(PATIENCE).succeeded();

    assertThat(anybody.get(path(first)).ok().path("attempts").asInt()).isZero();
    anybody.post(path(first) + "/resume", "").ok();
    first.awaitEnd(PATIENCE).succeeded();
  }

  @Test
  void aDismissedJobLeavesNothingBehind() throws IOException {
    List<JobClient> busy = fillSlots();
    JobClient waits = startInParts(1);
    assertThat(anybody.post(path(waits) + "/dismiss", "").ok().path("status").asText())
        .isEqualTo("dismissed");
    busy.forEach(it -> it.awaitEnd().succeeded());
    JobClient runs = startInParts(100);
    runs.awaitPercent(5);
    anybody.post(path(runs) + "/dismiss", "").ok();
    nodes.awaitIdle();

    assertThat(anybody.post(path(runs) + "/dismiss", "").ok().path("status").asText())
        .isEqualTo("dismissed");
    assertThat(anybody.get(path(waits)).ok().path("attempts").asInt()).isZero();
    assertThat(runs.status().state()).isEqualTo("ProcessFailed");
    anybody.post(path(runs) + "/resume", "").refused(409);
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(work(runs)).isEmpty());
    assertThat(work(waits)).isEmpty();
  }

  private static List<Path> work(JobClient job) throws IOException {
    Path folder = here.data().resolve("jobs").resolve(job.id());
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void anUrgentJobOvertakes() {
    List<JobClient> busy = fillSlots();
    List<JobClient> waiting = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      waiting.add(startWaiting(0));
    }
    JobClient urgent = startWaiting(0);
    assertThat(anybody.get(path(urgent)).ok().path("jobsBefore").asInt()).isEqualTo(3);

    user.patch(path(urgent), "{\"priority\": 5}").refused(403);
    JsonNode now = admin.patch(path(urgent), "{\"priority\": 5}").ok();
    assertThat(now.path("priority").asInt()).isEqualTo(5);
    assertThat(now.path("jobsBefore").asInt()).isZero();
    admin.patch(path(urgent), "{\"priority\": 1000}").refused(422);
    busy.forEach(it -> it.awaitEnd().succeeded());
    waiting.forEach(it -> it.awaitEnd().succeeded());
    urgent.awaitEnd().succeeded();
  }

  @Test
  void administratorsListAllJobsPageByPageAndUsersTheirOwn() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      JobClient job = startWaiting(0);
      job.awaitEnd(PATIENCE);
      made.add(0, job.id());
    }
    JsonNode first = admin.get("jobs?process=wait&limit=2").ok();
    JsonNode second = admin.get("jobs" + first.path("next").asText()).ok();

    assertThat(first.path("jobs").findValuesAsText("id")).isEqualTo(made.subList(0, 2));
    assertThat(second.path("jobs").findValuesAsText("id")).startsWith(made.get(2));
    assertThat(admin.get("jobs?status=running").ok().path("jobs")).isEmpty();
    assertThat(user.get("jobs").ok().path("jobs")).isEmpty();
    assertThat(anybody.get("jobs").refused(401).challenge()).isPresent();
    admin.get("jobs?status=lost").refused(422);
    admin.get("jobs?limit=0").refused(422);
    admin.get("jobs?colour=red").refused(422);
  }

  @Test
  void administratorsSeeNodesAndQueues() {
    JsonNode seen = admin.get("nodes").ok().path("nodes");
    assertThat(seen).hasSize(nodes.all().size());
    assertThat(seen).allSatisfy(it -> assertThat(it.path("alive").asBoolean()).isTrue());
    JsonNode queues = admin.get("queues").ok().path("queues");
    assertThat(queues.findValuesAsText("name")).containsExactly("long", "short");
    anybody.get("nodes").refused(401);
    user.get("queues").refused(403);
  }

  @Test
  void whatChangesSomethingMustBeJsonAndKnown() {
    JobClient job = startWaiting(0);
    job.awaitEnd(PATIENCE);
    for (String type :
        List.of("application/x-www-form-urlencoded", "text/plain", "multipart/form-data")) {
      anybody.send("POST", path(job) + "/dismiss", type, "{}").refused(415);
    }
    anybody.post(path(job) + "/dismiss", "{\"because\": 1}").refused(422);
    anybody.post(path(job) + "/dismiss", "[").refused(422);
    anybody.post(path(job) + "/explode", "").refused(404);
    anybody.send("DELETE", path(job), "application/json", "").refused(405);
    anybody.get("jobs/4711").refused(404);
    anybody.get("jobs/00000000-0000-4000-8000-000000000000/history").refused(404);
    assertThat(job.status().state()).isEqualTo("ProcessSucceeded");
  }
}
