package org.drover.wps.it.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.drover.wps.it.Work;
import org.drover.wps.it.client.AdminClient;
import org.drover.wps.it.client.Answer;
import org.drover.wps.it.client.DataServer;
import org.drover.wps.it.client.ExecuteXml;
import org.drover.wps.it.client.JobClient;
import org.drover.wps.it.client.WpsClient;
import org.drover.wps.it.server.DroverServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes with real processes that are killed, stopped, continued and restarted. */
@Tag("several-nodes")
class TakeOverIT {

  private static final Duration LEASE = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int PARTS = 6;
  private static final int ITEMS = 40;

  private static Nodes nodes;
  private static DataServer data;

  @BeforeAll
  static void create() {
    data = new DataServer();
    nodes =
        Nodes.two(
            Work.folder("take-over"),
            Map.of("drover.lease", LEASE.toString(), "drover.fetch.allow-private", "127.0.0.1:*"));
  }

  @AfterAll
  static void close() {
    nodes.close();
    data.close();
  }

  @BeforeEach
  void startWhatDoesNotRun() {
    nodes.start();
    nodes.awaitIdle();
  }

  private static JobClient startWaiting(DroverServer at, int milliseconds) {
    return JobClient.start(
        Nodes.client(at), Waiting.inParts("wait-in-parts", PARTS, ITEMS, milliseconds));
  }

  /**
   * The countries come from elsewhere: the node that was asked may be dead when they are needed.
   */
  private static ExecuteXml bufferCountries(WpsClient at, int featuresPerPart) {
    String countries = at.get(at.base() + "/samples/countries.geojson").bare().text();
    return ExecuteXml.of("buffer")
        .reference(
            "features",
            data.serve("/countries", "application/geo+json", countries),
            "mimeType=\"application/geo+json\"")
        .literal("distance", 20_000)
        .literal("quadrantSegments", 60)
        .literal("featuresPerPart", featuresPerPart)
        .async("result mimeType=\"application/geo+json\" asReference=\"true\"");
  }

  private static byte[] result(WpsClient at, Answer end) {
    String href = end.succeeded().value(Answer.output("result") + "/wps:Reference/@href");
    return at.get(at.base() + href.substring(href.indexOf("/outputs/"))).bare().body();
  }

  @Test
  void theJobsOfAKilledNodeGoOnAtTheOther() {
    DroverServer first = nodes.first();
    WpsClient client = Nodes.client(first);
    byte[] undisturbed =
        result(client, JobClient.start(client, bufferCountries(client, 1_000)).awaitEnd(PATIENCE));

    JobClient waiting = startWaiting(first, 100);
    waiting.awaitPercent(5);
    DroverServer runner = nodes.awaitRunner(waiting);
    JobClient buffer =
        JobClient.start(Nodes.client(runner), bufferCountries(Nodes.client(runner), 10));
    waiting.awaitPercent(15);
    runner.kill();
    Instant killed = Instant.now();

    DroverServer survivor = nodes.other(runner);
    WpsClient here = Nodes.client(survivor);
    Waiting.assertEachItemOnce(waiting.at(here).awaitEnd(PATIENCE), PARTS, ITEMS);
    assertThat(result(here, buffer.at(here).awaitEnd(PATIENCE))).isEqualTo(undisturbed);
    JsonNode again = history(waiting, survivor).get(3);
    assertThat(again.path("to").asText()).isEqualTo("running");
    assertThat(again.path("node").asText()).isEqualTo(survivor.node());
    assertThat(Instant.parse(again.path("at").asText()))
        .as("lease and 5 s; the rest is for slow machines")
        .isBefore(killed.plus(LEASE).plusSeconds(30));
  }

  private static JsonNode history(JobClient job, DroverServer asked) {
    return AdminClient.anonymous(asked.base())
        .get("jobs/" + job.id() + "/history")
        .ok()
        .path("history");
  }

  @Test
  void aNodeStoppedForLongerThanItsLeaseComesBackAndChangesNothing() {
    JobClient job = startWaiting(nodes.first(), 80);
    job.awaitPercent(5);
    DroverServer zombie = nodes.awaitRunner(job);
    DroverServer other = nodes.other(zombie);
    zombie.pause();
    await().atMost(PATIENCE).until(() -> Nodes.runner(job, other).equals(other.node()));
    zombie.proceed();

    Answer end = job.at(Nodes.client(other)).awaitEnd(PATIENCE);
    nodes.awaitIdle();
    Waiting.assertEachItemOnce(end, PARTS, ITEMS);
    assertThat(job.at(Nodes.client(zombie)).status().literal("runs"))
        .isEqualTo(end.literal("runs"));
    assertThat(history(job, zombie).findValuesAsText("to"))
        .containsExactly("accepted", "running", "accepted", "running", "succeeded");
  }

  @Test
  void aShortStopLosesNothing() {
    JobClient job = startWaiting(nodes.all().get(1), 40);
    job.awaitPercent(5);
    DroverServer runner = nodes.awaitRunner(job);
    runner.pause();
    long since = System.nanoTime();
    await().until(() -> System.nanoTime() - since > LEASE.dividedBy(8).toNanos());
    runner.proceed();

    Waiting.assertEachItemOnce(job.awaitEnd(PATIENCE), PARTS, ITEMS);
    assertThat(history(job, runner).findValuesAsText("to"))
        .containsExactly("accepted", "running", "succeeded");
  }

  @Test
  void nodesAreRestartedOneAfterTheOtherWhileJobsGoOn() {
    DroverServer one = nodes.first();
    DroverServer two = nodes.all().get(1);
    JobClient long1 = startWaiting(one, 100);
    JobClient long2 = startWaiting(two, 100);
    List<JobClient> quick = new ArrayList<>();
    one.terminate();
    for (int i = 0; i < 4; i++) {
      quick.add(startQuick(two));
    }
    one.start();
    two.terminate();
    for (int i = 0; i < 4; i++) {
      quick.add(startQuick(one));
    }

    WpsClient there = Nodes.client(one);
    quick.forEach(it -> it.at(there).awaitEnd(PATIENCE).succeeded());
    Waiting.assertEachItemOnce(long1.at(there).awaitEnd(PATIENCE), PARTS, ITEMS);
    Waiting.assertEachItemOnce(long2.at(there).awaitEnd(PATIENCE), PARTS, ITEMS);
    assertThat(AdminClient.anonymous(one.base()).get("jobs/" + long1.id()).ok().path("crashes"))
        .hasToString("0");
  }

  private static JobClient startQuick(DroverServer at) {
    return JobClient.start(Nodes.client(at), ExecuteXml.of("wait").literal("seconds", 0.2).async());
  }
}
