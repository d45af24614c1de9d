package org.drover.wps.it.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.drover.wps.it.Holds;
import org.drover.wps.it.SharedServer;
import org.drover.wps.it.client.Answer;
import org.drover.wps.it.client.ExecuteXml;
import org.drover.wps.it.client.Job20;
import org.drover.wps.it.client.JobClient;
import org.drover.wps.it.client.OgcApiClient;
import org.drover.wps.it.client.WpsClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same jobs, started through each protocol and followed, fetched and ended through all. */
@Tag("any-database")
@ExtendWith(SharedServer.class)
class EveryProtocolIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path REQUESTS = Path.of("..", "docs", "first-execute");

  /** Each protocol runs it, none is given what another has made. */
  private static final String ANEW = "?reuse=false";

  private final WpsClient wps10;
  private final WpsClient wps20;
  private final OgcApiClient api;

  EveryProtocolIT(WpsClient wps, OgcApiClient api) {
    this.wps10 = wps.at("/wps/1.0.0");
    this.wps20 = wps.at("/wps/2.0.0");
    this.api = api;
  }

  /** A request newcomers are told to send. */
  private String request(String file) {
    String base = wps10.base().toString().replace("127.0.0.1", "localhost");
    try {
      return Files.readString(REQUESTS.resolve(file)).replace("http://localhost:8080", base);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String bufferByWps10() {
    return JobClient.of(wps10, wps10.at("/wps/1.0.0" + ANEW).post(request("buffer.xml"))).id();
  }

  private String bufferByWps20() {
    Answer accepted = wps20.at("/wps/2.0.0" + ANEW).post(request("buffer-2.0.xml")).ok();
    return accepted.value("/wps2:StatusInfo[wps2:Status='Accepted']/wps2:JobID");
  }

  private String bufferByOgcApi() {
    return api.start("buffer", request("buffer.json"), "Cache-Control", "no-cache");
  }

  @Test
  @Holds({"X1", "X2", "X3", "X7", "C5.6", "D3.1", "D3.3", "B6.6"})
  void aBufferStartedInAnyProtocolIsFollowedInTheOthers() {
    String first = bufferByWps10();
    String second = bufferByWps20();
    String third = bufferByOgcApi();

    followByWps20(first);
    followByOgcApi(first);
    followByWps10(second);
    followByOgcApi(second);
    followByWps10(third);
    followByWps20(third);

    JsonNode grown = resultByWps10(first);
    assertThat(grown.get("features").size()).isGreaterThan(150);
    for (String job : new String[] {first, second, third}) {
      assertThat(resultByWps10(job)).isEqualTo(grown);
      assertThat(resultByWps20(job)).isEqualTo(grown);
      assertThat(resultByOgcApi(job)).isEqualTo(grown);
    }
  }

  private Answer statusByWps10(String job) {
    return wps10.at("/wps/1.0.0/status").query("id=" + job).ok();
  }

  private void followByWps10(String job) {
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> statusByWps10(job).state().equals("ProcessSucceeded"));
  }

  private void followByWps20(String job) {
    assertThat(Job20.of(wps20, job).awaitEnd().value("//wps2:Status")).isEqualTo("Succeeded");
  }

  private void followByOgcApi(String job) {
    JsonNode status = api.awaitEnd(job);
    assertThat(status.get("status").asText()).isEqualTo("successful");
    assertThat(status.get("processID").asText()).isEqualTo("buffer");
    assertThat(status.get("progress").asInt()).isEqualTo(100);
  }

  private JsonNode resultByWps10(String job) {
    Answer end = statusByWps10(job).succeeded();
    return fetched(end.value(Answer.output("result") + "/wps:Reference/@href"));
  }

  private JsonNode resultByWps20(String job) {
    Answer result = Job20.of(wps20, job).ask("GetResult").ok();
    return fetched(result.value("//wps2:Output[@id='result']/wps2:Reference/@xlink:href"));
  }

  private JsonNode fetched(String address) {
    return json(wps10.get(address).bare().text());
  }

  private JsonNode resultByOgcApi(String job) {
    return json(api.get("/jobs/" + job + "/results/result").is(200).text());
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }

  private static ExecuteXml longWait() {
    return ExecuteXml.of("wait").literal("seconds", 120).literal("steps", 1200).async();
  }

  @Test
  @Holds({"X3", "C5.2", "C6.3", "D3.1", "D3.2"})
  void allTellTheSameStateAndADismissedJobIsKnownToNone() {
    JobClient job = JobClient.start(wps10, longWait());
    job.awaitStart();
    assertThat(job.status().state()).isEqualTo("ProcessStarted");
    Job20.of(wps20, job.id()).awaitState("Running");
    assertThat(api.status(job.id()).get("status").asText()).isEqualTo("running");

    Answer gone = Job20.of(wps20, job.id()).post("wps:Dismiss").ok();

    assertThat(gone.value("//wps2:Status")).isEqualTo("Dismissed");
    Job20.of(wps20, job.id()).ask("GetStatus").refused20("NoSuchJob", job.id(), 400);
    assertThat(job.status().state()).isEqualTo("ProcessFailed");
    assertThat(api.status(job.id()).get("status").asText()).isEqualTo("dismissed");
  }

  @Test
  @Holds({"D5.1", "C5.4", "X2"})
  void whatIsDismissedThroughOgcApiIsGoneThroughWps() {
    JobClient job = JobClient.start(wps10, longWait());

    assertThat(api.delete("/jobs/" + job.id()).json(200).get("status").asText())
        .isEqualTo("dismissed");

    Job20.of(wps20, job.id()).ask("GetStatus").refused20("NoSuchJob", job.id(), 400);
    assertThat(job.status().state()).isEqualTo("ProcessFailed");
  }
}
