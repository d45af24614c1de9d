package org.drover.wps.it.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.drover.wps.it.Holds;
import org.drover.wps.it.SharedServer;
import org.drover.wps.it.client.Answer;
import org.drover.wps.it.client.DataServer;
import org.drover.wps.it.client.ExecuteXml;
import org.drover.wps.it.client.JobClient;
import org.drover.wps.it.client.OgcApiClient;
import org.drover.wps.it.client.OgcApiClient.Reply;
import org.drover.wps.it.client.WpsClient;
import org.drover.wps.it.server.DroverServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs: status, results, list, dismissal, pause, and who is told. */
@ExtendWith(SharedServer.class)
class JobsIT {

  private static final String TEXT = "{\"inputs\":{\"text\":\"t\"}}";
  private static final String LONG = "{\"inputs\":{\"seconds\":600,\"steps\":600}}";

  private final OgcApiClient api;
  private final WpsClient wps;
  private final DataServer data;
  private final DroverServer server;

  JobsIT(OgcApiClient api, WpsClient wps, DataServer data, DroverServer server) {
    this.api = api;
    this.wps = wps;
    this.data = data;
    this.server = server;
  }

  private String finished(String process, String json) {
    String job = api.start(process, json);
    assertThat(api.awaitEnd(job).get("status").asText()).isEqualTo("successful");
    return job;
  }

  @Test
  @Holds({"D3.1", "D3.3", "D6.1", "D6.5"})
  void aJobTellsItsTimesAndGivesItsResult() {
    String job =
        finished("echo", "{\"inputs\":{\"text\":\"t\",\"number\":2},\"response\":\"document\"}");
    JsonNode status = api.status(job);

    for (String time : List.of("created", "started", "finished", "updated", "expires")) {
      assertThat(Instant.parse(status.get(time).asText())).as(time).isNotNull();
    }
    assertThat(status.get("progress").asInt()).isEqualTo(100);
    assertThat(status.get("processID").asText()).isEqualTo("echo");
    assertThat(status.get("id")).isEqualTo(status.get("jobID"));
    assertThat(status.get("links").toString())
        .contains("http://www.opengis.net/def/rel/ogc/1.0/results", "/jobs/" + job + "/results");
    JsonNode results = api.get("/jobs/" + job + "/results").results();
    assertThat(results.get("text").asText()).isEqualTo("t");
    assertThat(api.get("/jobs/" + job + "/results?outputs=number").results().size()).isEqualTo(1);
    assertThat(api.get("/jobs/" + job + "/results/text").is(200).text()).isEqualTo("t");
    api.get("/jobs/" + job + "/results/nothing").refusedAs(400, "no-such-output");
    for (String page : List.of("", "/results", "/definition")) {
      Reply html = api.get("/jobs/" + job + page, "Accept", "text/html").is(200);
      assertThat(html.contentType()).startsWith("text/html");
      assertThat(html.text()).contains("<h1>");
    }
  }

  @Test
  @Holds("D3.3")
  void resultsHaveTheFormAskedFor() {
    String bare = finished("echo", TEXT);
    String links =
        finished(
            "echo",
            "{\"inputs\":{\"text\":\"t\"},\"outputs\":{\"text\":{\"transmissionMode\":\"reference\"}}}");
    String parts =
        finished("echo", "{\"inputs\":{\"text\":\"t\",\"number\":1},\"response\":\"raw\"}");

    assertThat(api.get("/jobs/" + bare + "/results").is(200).contentType())
        .startsWith("text/plain");
    assertThat(api.get("/jobs/" + links + "/results").is(204).header("Link")).isPresent();
    assertThat(api.get("/jobs/" + parts + "/results").is(200).contentType())
        .startsWith("multipart/related");
  }

  @Test
  @Holds("D3.2")
  void whatIsNotThereIsSaid() {
    String unknown = UUID.randomUUID().toString();
    String running = api.start("wait", LONG);
    String failed = api.start("wait", "{\"inputs\":{\"seconds\":0,\"failAtStep\":1}}");

    for (String each : List.of(unknown, "nonsense")) {
      api.get("/jobs/" + each).refusedAs(404, "no-such-job");
      api.get("/jobs/" + each + "/results").refusedAs(404, "no-such-job");
      api.delete("/jobs/" + each).refusedAs(404, "no-such-job");
    }
    api.get("/jobs/" + running + "/results").refusedAs(404, "result-not-ready");
    api.delete("/jobs/" + running).is(200);
    assertThat(api.awaitEnd(failed).get("status").asText()).isEqualTo("failed");
    assertThat(
            api.get("/jobs/" + failed + "/results")
                .refused(500, "failAtStep")
                .json()
                .get("type")
                .asText())
        .isEqualTo("urn:x-drover:problem:process-failed");
  }

  @Test
  @Holds("D3.4")
  void anExpiredJobIsGone() {
    String job = finished("soon-gone", TEXT);

    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> api.get("/jobs/" + job).status() == 404);
    api.get("/jobs/" + job + "/results").refusedAs(404, "no-such-job");
  }

  @Test
  @Holds({"D5.1", "D6.6"})
  void aRunningJobIsDismissedAndAFinishedOneLosesItsResults() {
    String running = api.start("wait", LONG);
    String done = finished("echo", TEXT);

    for (String job : List.of(running, done)) {
      assertThat(api.delete("/jobs/" + job).json(200).get("status").asText())
          .isEqualTo("dismissed");
      assertThat(api.status(job).get("status").asText()).isEqualTo("dismissed");
      api.get("/jobs/" + job + "/results").refused(404, "");
    }
    Reply kept =
        api.execute(
            "never-stored",
            "{\"inputs\":{\"text\":\"t\"},\"outputs\":{\"text\":{\"transmissionMode\":\"reference\"}}}");
    String monitor =
        kept.is(204).headers().allValues("Link").stream()
            .filter(it -> it.contains("monitor"))
            .findFirst()
            .orElseThrow()
            .replaceFirst("<(.*)>.*", "$1");
    api.delete(monitor).refused(405, "Allow");
  }

  private List<String> ids(String query) {
    List<String> ids = new ArrayList<>();
    for (JsonNode each : api.get("/jobs" + query).json(200).get("jobs")) {
      assertThat(each.get("processID").asText()).isNotBlank();
      ids.add(each.get("jobID").asText());
    }
    return ids;
  }

  @Test
  @Holds({"D4.1", "D4.2"})
  void theListIsNarrowedByEveryFilter() {
    String mine = finished("soon-gone", TEXT);
    String created = api.status(mine).get("created").asText();

    assertThat(ids("?processID=soon-gone&status=successful&type=process")).contains(mine);
    assertThat(ids("?processID=soon-gone,echo&status=failed,successful&limit=1000")).contains(mine);
    assertThat(ids("?processID=echo&processID=soon-gone&limit=1000")).contains(mine);
    assertThat(ids("?processID=echo&limit=1000")).doesNotContain(mine);
    assertThat(ids("?status=failed&limit=1000")).doesNotContain(mine);
    assertThat(ids("?type=other")).isEmpty();
    assertThat(ids("?limit=1000&datetime=" + created + "/..")).contains(mine);
    assertThat(ids("?limit=1000&datetime=../" + created)).contains(mine);
    assertThat(ids("?limit=1000&datetime=" + created)).contains(mine);
    assertThat(ids("?limit=1000&datetime=2020-01-01T00:00:00Z/2021-01-01T00:00:00Z")).isEmpty();
    assertThat(ids("?limit=1000&minDuration=0&maxDuration=600")).contains(mine);
    assertThat(ids("?limit=1000&minDuration=3000")).doesNotContain(mine);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=x",
        "status=done",
        "datetime=yesterday",
        "datetime=../..",
        "minDuration=-1",
        "maxDuration=x",
        "after=x",
        "processID="
      })
  @Holds({"D4.2", "D6.9"})
  void aFilterThatMakesNoSenseIsRefused(String query) {
    api.get("/jobs?" + query).refusedAs(400, "invalid-query-parameter-value");
  }

  @Test
  @Holds("D4.4")
  void pagesStayStableWhileJobsCome() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.add(0, api.start("always-stored", TEXT));
    }
    List<String> paged = new ArrayList<>();
    String next = api.root() + "/jobs?processID=always-stored&limit=2";
    while (!next.isEmpty() && !paged.containsAll(made)) {
      JsonNode page = api.get(next).json(200);
      page.get("jobs").forEach(it -> paged.add(it.get("jobID").asText()));
      api.start("always-stored", TEXT);
      next = "";
      for (JsonNode link : page.get("links")) {
        next = link.get("rel").asText().equals("next") ? link.get("href").asText() : next;
      }
    }

    assertThat(paged).doesNotHaveDuplicates().containsSubsequence(made);
  }

  @Test
  @Holds({"D4.3", "D3.2"})
  void jobsExistForTheirOwnerAlone() {
    String name = "owner-" + UUID.randomUUID();
    String other = "other-" + UUID.randomUUID();
    server.addUsers("correct horse", "use", name);
    server.addUsers("correct horse", "use", other);
    OgcApiClient owner = api.as(name, "correct horse");
    OgcApiClient stranger = api.as(other, "correct horse");
    String job = owner.start("echo", TEXT);

    assertThat(owner.get("/jobs").json(200).get("jobs")).hasSize(1);
    assertThat(stranger.get("/jobs").json(200).get("jobs")).isEmpty();
    stranger.get("/jobs/" + job).refusedAs(404, "no-such-job");
    stranger.delete("/jobs/" + job).refusedAs(404, "no-such-job");
    stranger.patch("/jobs/" + job, "{\"paused\":true}").refusedAs(404, "no-such-job");
    assertThat(owner.awaitEnd(job).get("status").asText()).isEqualTo("successful");
    stranger.get("/jobs/" + job + "/results").refusedAs(404, "no-such-job");
    api.as(name, "wrong").get("/jobs").refused(401, "");
  }

  @Test
  @Holds("G2")
  void aJobIsPausedAndResumed() {
    String job = api.start("wait", LONG);

    JsonNode paused = api.patch("/jobs/" + job, "{\"paused\":true,\"why\":\"lunch\"}").json(200);
    assertThat(paused.get("status").asText()).isEqualTo("accepted");
    assertThat(paused.get("message").asText()).contains("paused");
    JsonNode resumed = api.patch("/jobs/" + job, "{\"paused\":false}").json(200);
    assertThat(resumed.get("message").asText()).doesNotContain("paused");
    api.patch("/jobs/" + job, "{\"paused\":\"maybe\"}").refused(400, "paused");
    api.delete("/jobs/" + job).is(200);
    api.patch("/jobs/" + job, "{\"paused\":true}").refused(409, "");
  }

  @Test
  @Holds("G4")
  void theRequestOfAJobCanBeSentAgain() {
    String request =
        "{\"inputs\":{\"needed\":\"n\",\"words\":[\"a\",\"b\"],\"few\":4,\"flag\":true,"
            + "\"small\":{\"value\":\"<a/>\",\"mediaType\":\"text/xml\"},"
            + "\"box\":{\"bbox\":[1,2,3,4]}},\"outputs\":{\"got\":{}},\"response\":\"raw\"}";
    String first = finished("kinds", request);

    String definition = api.get("/jobs/" + first + "/definition").is(200).text();
    String second = finished("kinds", definition);
    assertThat(api.get("/jobs/" + second + "/results").is(200).text())
        .isEqualTo(api.get("/jobs/" + first + "/results").text());
  }

  @Test
  @Holds({"X2", "X3"})
  void aJobIsTheSameThroughWps() {
    Answer accepted = wps.execute(ExecuteXml.of("echo").literal("text", "across").async("text"));
    JobClient theirs = JobClient.of(wps, accepted);
    String mine = finished("echo", "{\"inputs\":{\"text\":\"back\"},\"response\":\"document\"}");

    assertThat(api.awaitEnd(theirs.id()).get("status").asText()).isEqualTo("successful");
    assertThat(api.get("/jobs/" + theirs.id() + "/results").results().get("text").asText())
        .isEqualTo("across");
    Answer there = wps.get(wps.base() + "/wps/1.0.0/status?id=" + mine);
    assertThat(there.succeeded().literal("text")).isEqualTo("back");
  }

  @Test
  @Holds("D2.9")
  void subscribersGetResultsAndStatus() throws Exception {
    String base = "/ogc/hooks/" + UUID.randomUUID();
    String success = data.status(base + "/success", 200).toString();
    String failure = data.status(base + "/failure", 500).toString();
    String subscriber =
        ",\"subscriber\":{\"successUri\":\"%s\",\"failedUri\":\"%s\"}}".formatted(success, failure);
    String good = api.start("echo", "{\"inputs\":{\"text\":\"told\"}" + subscriber);
    String bad = api.start("wait", "{\"inputs\":{\"seconds\":0,\"failAtStep\":1}" + subscriber);

    await().atMost(Duration.ofMinutes(2)).until(() -> data.seen(base).size() >= 2);
    JsonNode results = new ObjectMapper().readTree(data.seen(base + "/success").get(0).body());
    assertThat(results.get("text").asText()).isEqualTo("told");
    JsonNode status = new ObjectMapper().readTree(data.seen(base + "/failure").get(0).body());
    assertThat(status.get("jobID").asText()).isEqualTo(bad);
    assertThat(status.get("status").asText()).isEqualTo("failed");
    assertThat(api.status(good).get("status").asText()).isEqualTo("successful");
    api.execute(
            "echo",
            "{\"inputs\":{\"text\":\"t\"},\"subscriber\":{\"successUri\":\"ftp://10.0.0.1/\"}}",
            "Prefer",
            "respond-async")
        .refused(400, "");
    api.execute("echo", "{\"inputs\":{\"text\":\"t\"}" + subscriber).refused(400, "respond-async");
  }

  @Test
  void theSameKeyIsTheSameJob() {
    String key = UUID.randomUUID().toString();

    String first = api.start("echo", TEXT, "Idempotency-Key", key);
    assertThat(api.start("echo", TEXT, "Idempotency-Key", key)).isEqualTo(first);
    api.execute(
            "echo",
            "{\"inputs\":{\"text\":\"x\"}}",
            "Idempotency-Key",
            key,
            "Prefer",
            "respond-async")
        .refused(422, "");
  }
}
