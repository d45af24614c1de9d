package org.drover.wps.it.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.drover.wps.it.SharedServer;
import org.drover.wps.it.client.Answer;
import org.drover.wps.it.client.DataServer;
import org.drover.wps.it.client.ExecuteXml;
import org.drover.wps.it.client.JobClient;
import org.drover.wps.it.client.WpsClient;
import org.drover.wps.it.server.DroverServer;
import org.drover.wps.outbox.MailServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keys, stored results and messages, through HTTP. */
@ExtendWith(SharedServer.class)
@Tag("any-database")
class ReuseIT {

  private static final String LOCATION = "/wps:ExecuteResponse/@statusLocation";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final WpsClient wps;
  private final DroverServer server;
  private final DataServer data;
  private final MailServer mail;

  ReuseIT(WpsClient wps, DroverServer server, DataServer data, MailServer mail) {
    this.wps = wps;
    this.server = server;
    this.data = data;
    this.mail = mail;
  }

  @BeforeEach
  void allowReuse() {
    server.admin().set("drover.reuse", "true");
  }

  @AfterEach
  void forbidReuse() {
    server.admin().set("drover.reuse", "false");
  }

  private static ExecuteXml buffer(String geoJson, double distance) {
    return ExecuteXml.of("buffer")
        .complex("features", "mimeType=\"application/geo+json\"", geoJson)
        .literal("distance", distance)
        .async("result asReference=\"true\"");
  }

  private static String point(double x) {
    return "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},"
        + "\"geometry\":{\"type\":\"Point\",\"coordinates\":["
        + x
        + ",1]}}]}";
  }

  private Answer send(ExecuteXml request, String query, String... headers) {
    HttpRequest.Builder post =
        HttpRequest.newBuilder(URI.create(wps.address() + query))
            .header("Content-Type", "text/xml")
            .POST(BodyPublishers.ofString(request.toString()));
    return wps.send(headers.length == 0 ? post : post.headers(headers));
  }

  @Test
  void fiftyParallelRequestsUnderOneKeyAreOneJob() {
    ExecuteXml request = ExecuteXml.of("wait").literal("seconds", 0).async();
    ExecutorService threads = Executors.newFixedThreadPool(50);
    List<CompletableFuture<Answer>> answers = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      answers.add(
          CompletableFuture.supplyAsync(
              () -> send(request, "", "Idempotency-Key", "\"fifty\""), threads));
    }
    assertThat(answers.stream().map(it -> it.join().ok().value(LOCATION)).distinct()).hasSize(1);
    threads.shutdown();

    send(ExecuteXml.of("wait").literal("seconds", 0.01).async(), "", "Idempotency-Key", "fifty")
        .refused("InvalidParameterValue", "Idempotency-Key", 422);
    send(request, "", "Idempotency-Key", "not one")
        .refused("InvalidParameterValue", "Idempotency-Key", 400);
  }

  @Test
  void theSameInputsGiveTheStoredResultAtOnceUnlessTheClientWantsAFreshOne() {
    ExecuteXml request = buffer(point(10), 7);
    Answer first = JobClient.start(wps, request).awaitEnd(PATIENCE).succeeded();
    String address = reference(first);
    byte[] bytes = wps.get(address).bare().body();

    Answer again = send(request, "").succeeded();
    assertThat(again.value("//wps:ProcessSucceeded")).contains("earlier run");
    assertThat(again.value(LOCATION)).isNotEqualTo(first.value(LOCATION));
    assertThat(reference(again)).isNotEqualTo(address);
    assertThat(wps.get(reference(again)).bare().body()).isEqualTo(bytes);
    assertThat(wps.get(again.value(LOCATION)).succeeded().value("//wps:ProcessSucceeded"))
        .contains("earlier run");

    for (Answer fresh :
        List.of(
            send(request, "", "Cache-Control", "no-cache"),
            send(request, "?reuse=false"),
            send(buffer(point(10), 8), ""))) {
      assertThat(fresh.ok().state()).isEqualTo("ProcessAccepted");
      JobClient.of(wps, fresh).awaitEnd(PATIENCE).succeeded();
    }
  }

  private static String reference(Answer answer) {
    return answer.value(Answer.output("result") + "/wps:Reference/@href");
  }

  @Test
  void aReferenceIsReadAgainWhenItsVersionHasChanged() {
    AtomicInteger version = new AtomicInteger(1);
    URI address =
        data.serve(
            "/reuse/points.geojson",
            exchange -> {
              byte[] bytes = point(version.get()).getBytes(java.nio.charset.StandardCharsets.UTF_8);
              boolean head = exchange.getRequestMethod().equals("HEAD");
              exchange.getResponseHeaders().set("ETag", "\"v" + version.get() + "\"");
              exchange.getResponseHeaders().set("Content-Type", "application/geo+json");
              exchange.sendResponseHeaders(200, head ? -1 : bytes.length);
              if (!head) {
                exchange.getResponseBody().write(bytes);
              }
            });
    ExecuteXml request =
        ExecuteXml.of("buffer")
            .reference("features", address, "mimeType=\"application/geo+json\"")
            .literal("distance", 3)
            .async();
    JobClient.start(wps, request).awaitEnd(PATIENCE).succeeded();
    send(request, "").succeeded();
    version.incrementAndGet();
    Answer changed = send(request, "");
    assertThat(changed.ok().state()).isEqualTo("ProcessAccepted");
    JobClient.of(wps, changed).awaitEnd(PATIENCE).succeeded();
    assertThat(data.seen("/reuse/").stream().filter(it -> it.method().equals("GET"))).hasSize(2);
  }

  @Test
  void theEndOfAJobIsToldByCallbackAndByMail() {
    AtomicInteger calls = new AtomicInteger();
    URI hook =
        data.serve(
            "/hook",
            exchange -> exchange.sendResponseHeaders(calls.incrementAndGet() == 1 ? 500 : 204, -1));
    JobClient job =
        JobClient.of(
            wps,
            send(
                ExecuteXml.of("wait").literal("seconds", 0).async(),
                "?notify=" + hook + "&notify=mailto:ada%40example.org"));
    String id = job.location().toString().replaceFirst(".*id=", "");
    job.awaitEnd(PATIENCE).succeeded();
    await()
        .atMost(PATIENCE)
        .until(() -> data.seen("/hook").size() == 2 && mail.mails().size() == 1);
    assertThat(data.seen("/hook").get(1).body())
        .contains(id)
        .contains("\"status\":\"successful\"")
        .contains(job.location().toString());
    assertThat(mail.mails().get(0))
        .contains("RCPT TO:<ada@example.org>")
        .contains(job.location().toString());
  }

  @Test
  void addressesNobodyWouldBeToldAtAreRefused() {
    ExecuteXml request = ExecuteXml.of("wait").literal("seconds", 0).async();
    for (String bad :
        List.of("mailto:nobody", "ftp://example.org/", "http://10.0.0.1:22/", "https://u@x.org/")) {
      send(request, "?notify=" + bad).refused("InvalidParameterValue", "notify", 400);
    }
    send(ExecuteXml.of("wait").literal("seconds", 0), "?notify=https://example.org/")
        .refused("InvalidParameterValue", "notify", 400);
  }

  @Test
  void whoHoldsTooManyBytesIsRefusedUntilSomeAreFree() {
    JobClient.start(wps, buffer(point(20), 7)).awaitEnd(PATIENCE).succeeded();
    server.admin().set("drover.owner.bytes", "1");
    try {
      send(buffer(point(21), 7), "").refused("NotEnoughStorage", null, 507);
      wps.execute(ExecuteXml.of("wait").literal("seconds", 0)).succeeded();
    } finally {
      server.admin().set("drover.owner.bytes", "0");
    }
  }
}
