package org.drover.wps.it.wps10;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.drover.wps.it.Holds;
import org.drover.wps.it.SharedServer;
import org.drover.wps.it.client.Answer;
import org.drover.wps.it.client.ExecuteXml;
import org.drover.wps.it.client.JobClient;
import org.drover.wps.it.client.WpsClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Responses and outputs that are stored. */
@ExtendWith(SharedServer.class)
class StoredIT {

  private final WpsClient wps;

  StoredIT(WpsClient wps) {
    this.wps = wps;
  }

  private static ExecuteXml echo() {
    return ExecuteXml.of("echo")
        .literal("text", "hello")
        .complex("data", "mimeType=\"text/plain\"", "0123456789");
  }

  @Test
  @Holds({"B6.6", "B6.3", "X3"})
  void theAddressOfTheStatusIsValidAtOnceAndShowsTheOutputsInTheEnd() {
    Answer accepted = wps.execute(echo().document("storeExecuteResponse=\"true\"", "text", "data"));
    JobClient job = JobClient.of(wps, accepted);

    assertThat(job.status().value("//wps:Status/@creationTime"))
        .isEqualTo(accepted.value("//wps:Status/@creationTime"));
    Answer end = job.awaitEnd().succeeded();
    assertThat(end.literal("text")).isEqualTo("hello");
    assertThat(end.value(Answer.output("data") + "//wps:ComplexData")).isEqualTo("0123456789");
    assertThat(end.value("/wps:ExecuteResponse/@statusLocation"))
        .isEqualTo(job.location().toString());
    assertThat(job.status().text()).isEqualTo(end.text());
  }

  @Test
  @Holds({"B6.4", "B6.7", "X3"})
  void theStatusGoesFromAcceptedOverPercentToSucceeded() {
    JobClient job =
        JobClient.start(
            wps, ExecuteXml.of("wait").literal("seconds", 3).literal("steps", 30).async());
    job.awaitStart();
    job.awaitPercent(20);
    Answer running = job.status();

    assertThat(running.state()).isEqualTo("ProcessStarted");
    assertThat(Integer.parseInt(running.value("//wps:ProcessStarted/@percentCompleted")))
        .isBetween(20, 99);
    assertThat(running.value("//wps:ProcessStarted")).contains("Step");
    assertThat(job.awaitEnd().succeeded().literal("steps")).isEqualTo("30");
  }

  @Test
  @Holds({"B6.12", "B6.4", "X3"})
  void aJobThatFailsSaysWhyWithStatus200() {
    Answer end =
        JobClient.start(
                wps,
                ExecuteXml.of("wait")
                    .literal("seconds", 0)
                    .literal("steps", 3)
                    .literal("failAtStep", 2)
                    .async())
            .awaitEnd();

    assertThat(end.state()).isEqualTo("ProcessFailed");
    assertThat(end.status()).isEqualTo(200);
    assertThat(end.value("//wps:ProcessFailed/ows:ExceptionReport//ows:ExceptionText"))
        .contains("Step 2 failed");
  }

  @Test
  @Holds("B6.12")
  void errorsFoundBeforeAcceptanceAreReports() {
    wps.execute(ExecuteXml.of("wait").literal("steps", "many").async())
        .refused("InvalidParameterValue", "steps", 400);
    wps.execute(ExecuteXml.of("wait").async("nothing"))
        .refused("InvalidParameterValue", "nothing", 400);
  }

  @Test
  @Holds({"B6.5", "B6.6"})
  void lineageIsToldInEveryState() {
    Answer accepted =
        wps.execute(
            ExecuteXml.of("wait")
                .literal("seconds", "1500", "uom=\"ms\"")
                .literal("steps", 10)
                .document(
                    "storeExecuteResponse=\"true\" status=\"true\" lineage=\"true\"", "steps"));
    JobClient job = JobClient.of(wps, accepted);
    job.awaitStart();
    Answer running = job.status();

    for (Answer answer : new Answer[] {accepted, running, job.awaitEnd()}) {
      assertThat(answer.value("//wps:DataInputs/wps:Input[1]//wps:LiteralData")).isEqualTo("1500");
      assertThat(answer.value("//wps:DataInputs/wps:Input[1]//wps:LiteralData/@uom"))
          .isEqualTo("ms");
      assertThat(answer.values("//wps:OutputDefinitions/wps:Output/ows:Identifier"))
          .containsExactly("steps");
    }
  }

  @Test
  @Holds({"B6.5", "B6.12"})
  void lineageIsToldOfAFailedJobToo() {
    Answer end =
        JobClient.of(
                wps,
                wps.execute(
                    ExecuteXml.of("wait")
                        .literal("seconds", 0)
                        .literal("failAtStep", 1)
                        .document(
                            "storeExecuteResponse=\"true\" status=\"true\" lineage=\"true\"")))
            .awaitEnd();

    assertThat(end.state()).isEqualTo("ProcessFailed");
    assertThat(end.values("//wps:DataInputs/wps:Input/ows:Identifier"))
        .containsExactly("seconds", "failAtStep");
  }

  @Test
  @Holds({"B6.9", "B6.13", "X6"})
  void aStoredFileHasTypeLengthNameAndRanges() {
    Answer end =
        JobClient.start(wps, echo().async("data mimeType=\"text/plain\" asReference=\"true\""))
            .awaitEnd()
            .succeeded();
    String href = end.value(Answer.output("data") + "/wps:Reference/@href");
    Answer file = wps.get(href);
    Answer range = wps.send(HttpRequest.newBuilder(URI.create(href)).header("Range", "bytes=2-4"));
    Answer beyond = wps.send(HttpRequest.newBuilder(URI.create(href)).header("Range", "bytes=99-"));
    Answer head =
        wps.send(HttpRequest.newBuilder(URI.create(href)).method("HEAD", BodyPublishers.noBody()));

    assertThat(href).startsWith(wps.base().toString());
    assertThat(file.bare().text()).isEqualTo("0123456789");
    assertThat(file.contentType()).startsWith("text/plain");
    assertThat(file.header("Content-Length")).contains("10");
    assertThat(file.header("Content-Disposition").orElse("")).contains("filename=\"data");
    assertThat(file.header("Accept-Ranges")).contains("bytes");
    assertThat(range.status()).isEqualTo(206);
    assertThat(range.text()).isEqualTo("234");
    assertThat(range.header("Content-Range")).contains("bytes 2-4/10");
    assertThat(beyond.status()).isEqualTo(416);
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Content-Length")).contains("10");
    assertThat(head.body()).isEmpty();
  }

  @Test
  @Holds("B6.6")
  void aProcessThatRunsOnlyAsAJobIsNotRunWhileTheClientWaits() {
    ExecuteXml request = ExecuteXml.of("always-stored").literal("text", "x");

    wps.execute(request).refused("InvalidParameterValue", "storeExecuteResponse", 400);
    assertThat(JobClient.start(wps, request.async()).awaitEnd().succeeded().literal("text"))
        .isEqualTo("x");
  }

  @Test
  @Holds("B6.6")
  void aJobAndItsFilesAreGoneWhenTheirTimeIsOver() {
    JobClient job =
        JobClient.start(
            wps,
            ExecuteXml.of("soon-gone").literal("text", "x").async("text asReference=\"true\""));
    String file = job.awaitEnd().succeeded().value(Answer.output("text") + "/wps:Reference/@href");

    wps.get(file).bare();
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> wps.get(job.location()).status() == 404);
    await().atMost(Duration.ofSeconds(30)).until(() -> wps.get(file).status() == 404);
  }
}
