package org.drover.wps.it.wps20;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import org.drover.wps.it.Holds;
import org.drover.wps.it.SharedServer;
import org.drover.wps.it.client.Answer;
import org.drover.wps.it.client.Execute20;
import org.drover.wps.it.client.ExecuteXml;
import org.drover.wps.it.client.Job20;
import org.drover.wps.it.client.JobClient;
import org.drover.wps.it.client.WpsClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs: status, result, dismissal, pausing, and the same job in WPS 1.0.0. */
@Tag("any-database")
@ExtendWith(SharedServer.class)
class JobIT {

  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

  private final WpsClient wps;

  JobIT(WpsClient shared) {
    this.wps = shared.at("/wps/2.0.0");
  }

  private Job20 waiting(double seconds) {
    return Job20.start(
        wps,
        Execute20.of("wait").data("seconds", seconds).data("steps", 50).as("async", "document"));
  }

  @Test
  @Holds({"C5.1", "C5.2", "C5.3", "X3"})
  void aStatusTellsWhatIsKnown() {
    Job20 job = waiting(2);
    Answer early = job.ask("GetStatus").ok();
    if (early.value("//wps2:Status").matches("Accepted|Running")) {
      assertThat(early.value("//wps2:NextPoll")).matches(TIME);
      assertThat(early.count("//wps2:ExpirationDate")).isZero();
    }
    assertThat(Integer.parseInt(early.value("//wps2:PercentCompleted"))).isBetween(0, 100);

    Answer end = job.awaitEnd();
    assertThat(end.value("//wps2:Status")).isEqualTo("Succeeded");
    assertThat(end.value("//wps2:PercentCompleted")).isEqualTo("100");
    assertThat(end.value("//wps2:ExpirationDate")).matches(TIME);
    assertThat(Instant.parse(end.value("//wps2:ExpirationDate"))).isAfter(Instant.now());
    assertThat(end.count("//wps2:NextPoll")).isZero();
    assertThat(job.post("wps:GetStatus").text()).isEqualTo(job.ask("GetStatus").text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"GetStatus", "GetResult", "Dismiss", "Pause", "Resume"})
  @Holds({"C5.4", "C5.8", "X2"})
  void aJobThatIsNoneIsRefusedByItsId(String operation) {
    String none = "00000000-0000-4000-8000-000000000000";
    String query = "service=WPS&version=2.0.0&request=" + operation;
    wps.query(query + "&jobid=" + none).refused20("NoSuchJob", none, 400);
    wps.query(query + "&JOBID=7").refused20("NoSuchJob", "7", 400);
    wps.query(query).refused20("MissingParameterValue", "JobID", 400);
  }

  @Test
  @Holds({"C5.5", "C6.1", "C6.2", "C6.3", "C6.4"})
  void aRunningJobHasNoResultAndIsDismissed() {
    Job20 job = waiting(600);
    job.ask("GetResult").refused20("ResultNotReady", job.id(), 400);
    job.awaitState("Running");
    job.post("wps:GetResult").refused20("ResultNotReady", job.id(), 400);

    Answer dismissed = job.post("wps:Dismiss").ok();
    assertThat(dismissed.value("/wps2:StatusInfo/wps2:Status")).isEqualTo("Dismissed");
    assertThat(dismissed.value("/wps2:StatusInfo/wps2:JobID")).isEqualTo(job.id());
    job.ask("GetStatus").refused20("NoSuchJob", job.id(), 400);
    job.ask("GetResult").refused20("NoSuchJob", job.id(), 400);
    job.ask("Dismiss").refused20("NoSuchJob", job.id(), 400);
  }

  @Test
  @Holds({"C6.2", "C6.3"})
  void dismissingAFinishedJobRemovesItsOutputs() {
    Job20 job =
        Job20.start(
            wps,
            Execute20.of("echo")
                .data("text", "gone soon")
                .as("async", "document")
                .output("text", "transmission=\"reference\""));
    String href = job.result().ok().value("//wps2:Reference/@xlink:href");
    assertThat(wps.get(href).status()).isEqualTo(200);
    assertThat(job.ask("Dismiss").ok().value("//wps2:Status")).isEqualTo("Dismissed");
    assertThat(wps.get(href).status()).isEqualTo(404);
  }

  @Test
  @Holds({"C5.7", "C4.12"})
  void theResultOfAFailedJobIsItsReport() {
    Job20 job =
        Job20.start(
            wps,
            Execute20.of("wait")
                .data("seconds", "0")
                .data("failAtStep", "1")
                .as("async", "document"));
    assertThat(job.awaitEnd().value("//wps2:Status")).isEqualTo("Failed");
    Answer report = job.ask("GetResult").refused20("NoApplicableCode", null, 500);
    assertThat(report.text()).contains("Step 1 failed");
  }

  @Test
  @Holds("C5.3")
  void aJobWhoseTimeIsOverIsNone() {
    Job20 job =
        Job20.start(wps, Execute20.of("soon-gone").data("text", "a").as("async", "document"));
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(250))
        .until(() -> job.ask("GetStatus").status() == 400);
    job.ask("GetStatus").refused20("NoSuchJob", job.id(), 400);
  }

  @Test
  @Holds({"C5.6", "C2.5"})
  void aJobIsPausedAndResumed() {
    Job20 job = waiting(5);
    assertThat(job.ask("Pause").ok().value("//wps2:Status")).isEqualTo("Paused");
    assertThat(job.state()).isEqualTo("Paused");
    job.ask("GetResult").refused20("ResultNotReady", job.id(), 400);
    assertThat(job.post("drover:Resume").ok().value("//wps2:Status")).isEqualTo("Accepted");
    assertThat(job.awaitEnd().value("//wps2:Status")).isEqualTo("Succeeded");
    assertThat(job.ask("GetResult").ok().value("//wps2:Output[@id='steps']")).isEqualTo("50");
    assertThat(job.ask("GetResult").text()).isEqualTo(job.ask("GetResult").text());
    job.post("drover:Pause").refused20("NoApplicableCode", job.id(), 409);
  }

  @Test
  @Holds({"X2", "X3"})
  void aJobMadeInOneVersionIsFollowedInTheOther() {
    JobClient old =
        JobClient.start(wps.at("/wps"), ExecuteXml.of("echo").literal("text", "old").async());
    Job20 seen = Job20.of(wps, old.id());
    assertThat(seen.result().ok().value("//wps2:Output[@id='text']/wps2:Data")).isEqualTo("old");

    Job20 made = Job20.start(wps, Execute20.of("echo").data("text", "new").as("async", "document"));
    made.awaitEnd();
    Answer status = wps.get(wps.base() + "/wps/1.0.0/status?id=" + made.id());
    assertThat(status.succeeded().literal("text")).isEqualTo("new");
  }

  @Test
  @Holds("C5.1")
  void idempotencyKeysAndPrioritiesWorkHereToo() {
    String request = Execute20.of("echo").data("text", "once").as("async", "document").toString();
    Answer first = keyed(request);
    Answer second = keyed(request);
    assertThat(second.ok().value("//wps2:JobID")).isEqualTo(first.ok().value("//wps2:JobID"));
    Answer estimate = wps.at("/wps/2.0.0?dryRun=true").post(request);
    assertThat(estimate.text()).contains("Estimate");
  }

  private Answer keyed(String request) {
    return wps.send(
        HttpRequest.newBuilder(wps.address())
            .header("Content-Type", "text/xml")
            .header("Idempotency-Key", "wps20-job-it")
            .POST(BodyPublishers.ofString(request)));
  }
}
