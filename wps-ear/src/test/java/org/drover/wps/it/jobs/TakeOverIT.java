package org.drover.wps.it.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
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

  private static final Duration LEASE = Duration.ofSeconds(8);
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
  private static ExecuteXml bufferCountries(WpsClient at) {
    String countries = at.get(at.base() + "/samples/countries.geojson").bare().text();
    return ExecuteXml.of("buffer")
        .reference(
            "features",
            data.serve("/countries", "application/geo+json", countries),
            "mimeType=\"application/geo+json\"")
        .literal("distance", 20_000)
        .literal("quadrantSegments", 60)
        .literal("featuresPerPart", 1)
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
    ExecuteXml bufferCountries = bufferCountries(client);
    byte[] undisturbed = result(client, JobClient.start(client, bufferCountries).awaitEnd());
    nodes.awaitIdle();

    JobClient waiting = startWaiting(first, 60);
    waiting.awaitPercent(5);
    DroverServer runner = nodes.awaitRunner();
    JobClient buffer = JobClient.start(Nodes.client(runner), bufferCountries);
    buffer.awaitStart();
    waiting.awaitPercent(15);
    runner.kill();
    long killed = System.nanoTime();

    DroverServer survivor = nodes.other(runner);
    WpsClient here = Nodes.client(survivor);
    int reached = waiting.at(here).percent();
    assertThat(reached).isGreaterThanOrEqualTo(15);
    await()
        .atMost(LEASE.plusSeconds(5).minusNanos(System.nanoTime() - killed))
        .until(() -> Nodes.runs(survivor));

    Waiting.assertEachItemOnce(waiting.at(here).awaitEnd(PATIENCE), PARTS, ITEMS);
    assertThat(result(here, buffer.at(here).awaitEnd(PATIENCE))).isEqualTo(undisturbed);
  }

  @Test
  void aNodeStoppedForLongerThanItsLeaseComesBackAndChangesNothing() {
    JobClient job = startWaiting(nodes.first(), 40);
    job.awaitPercent(10);
    DroverServer zombie = nodes.awaitRunner();
    DroverServer other = nodes.other(zombie);
    zombie.pause();
    await().atMost(LEASE.plusSeconds(30)).until(() -> Nodes.runs(other));
    zombie.proceed();
    await().atMost(PATIENCE).until(() -> !Nodes.runs(zombie));

    JobClient there = job.at(Nodes.client(other));
    Answer end = there.awaitEnd(PATIENCE);
    Waiting.assertEachItemOnce(end, PARTS, ITEMS);
    assertThat(job.at(Nodes.client(zombie)).status().literal("runs"))
        .isEqualTo(end.literal("runs"));
    JsonNode told = AdminClient.anonymous(zombie.base()).get("jobs/" + job.id()).ok();
    assertThat(told.path("attempts").asInt()).as(told.toString()).isEqualTo(2);
  }

  @Test
  void aShortStopLosesNothing() throws IOException {
    JobClient job = startWaiting(nodes.all().get(1), 40);
    job.awaitPercent(5);
    DroverServer runner = nodes.awaitRunner();
    long before = takeOvers();
    runner.pause();
    long since = System.nanoTime();
    await()
        .until(() -> System.nanoTime() - since > LEASE.dividedBy(4).toNanos()); // the stop itself
    runner.proceed();

    Waiting.assertEachItemOnce(job.awaitEnd(PATIENCE), PARTS, ITEMS);
    assertThat(takeOvers()).isEqualTo(before);
  }

  private static long takeOvers() throws IOException {
    long count = 0;
    for (DroverServer node : nodes.all()) {
      count +=
          Files.readString(node.log()).lines().filter(it -> it.contains("taken over:")).count();
    }
    return count;
  }

  @Test
  void nodesAreRestartedOneAfterTheOtherWhileJobsGoOn() throws IOException {
    long before = takeOvers();
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
    assertThat(takeOvers()).isEqualTo(before);
  }

  private static JobClient startQuick(DroverServer at) {
    return JobClient.start(Nodes.client(at), ExecuteXml.of("wait").literal("seconds", 0.2).async());
  }
}
