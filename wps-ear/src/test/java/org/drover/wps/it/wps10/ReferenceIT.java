package org.drover.wps.it.wps10;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.drover.wps.it.Holds;
import org.drover.wps.it.SharedServer;
import org.drover.wps.it.client.Answer;
import org.drover.wps.it.client.DataServer;
import org.drover.wps.it.client.ExecuteXml;
import org.drover.wps.it.client.JobClient;
import org.drover.wps.it.client.WpsClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs by reference, which the server fetches itself. */
@ExtendWith(SharedServer.class)
@Tag("any-database")
class ReferenceIT {

  private static final String PLAIN = "mimeType=\"text/plain\"";

  private final WpsClient wps;
  private final DataServer data;

  ReferenceIT(WpsClient wps, DataServer data) {
    this.wps = wps;
    this.data = data;
  }

  private Answer fetch(Object href, String attributes, String children) {
    return wps.execute(ExecuteXml.of("echo").reference("data", href, attributes, children));
  }

  private static String complex(Answer answer) {
    return answer.succeeded().value(Answer.output("data") + "//wps:ComplexData").trim();
  }

  @Test
  @Holds({"B5.7", "B5.8"})
  void itIsFetchedByGet() {
    Object href = data.serve("/get.txt", "text/plain", "got");

    assertThat(complex(fetch(href, PLAIN, ""))).isEqualTo("got");
    assertThat(data.seen("/get.txt").get(0).method()).isEqualTo("GET");
  }

  @Test
  @Holds("B5.7")
  void aPlainHrefWillDo() {
    data.serve("/plain-href.txt", "text/plain", "got");
    String request =
        ExecuteXml.of("echo")
            .reference("data", data.at("127.0.0.1", "/plain-href.txt"), PLAIN)
            .toString()
            .replace("xlink:href", "href");

    assertThat(complex(wps.post(request))).isEqualTo("got");
  }

  @Test
  @Holds("B5.7")
  void headersAreSent() {
    Object href = data.serve("/header.txt", "text/plain", "got");
    fetch(href, PLAIN, "<wps:Header key=\"X-Token\" value=\"abc 123\"/>").succeeded();

    assertThat(data.seen("/header.txt").get(0).headers().get("X-token"))
        .isEqualTo(List.of("abc 123"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host", "Content-Length", "Transfer-Encoding", "X-Forwarded-For"})
  @Holds({"B5.7", "X7"})
  void headersThatBelongToTheFetcherAreRefused(String header) {
    Object href = data.serve("/header-" + header, "text/plain", "got");

    fetch(href, PLAIN, "<wps:Header key=\"" + header + "\" value=\"1\"/>")
        .refused("InvalidParameterValue", "data", 400);
    assertThat(data.seen("/header-" + header)).isEmpty();
  }

  @Test
  @Holds("B5.7")
  void aBodyOfTextIsPosted() {
    Object href = data.echo("/post.txt", "text/plain");
    Answer answer = fetch(href, "method=\"POST\" " + PLAIN, "<wps:Body>question</wps:Body>");

    assertThat(complex(answer)).isEqualTo("question");
    assertThat(data.seen("/post.txt").get(0).method()).isEqualTo("POST");
  }

  @Test
  @Holds("B5.7")
  void aBodyOfXmlIsPosted() {
    Object href = data.echo("/post.xml", "text/xml");
    Answer answer =
        fetch(
            href,
            "method=\"POST\" mimeType=\"text/xml\"",
            "<wps:Body><q:ask xmlns:q=\"http://example.org/q\">why</q:ask></wps:Body>");

    answer.succeeded();
    assertThat(data.seen("/post.xml").get(0).body())
        .contains("http://example.org/q")
        .contains("why");
  }

  @Test
  @Holds("B5.7")
  void aBodyByReferenceIsFetchedThenPosted() {
    Object body = data.serve("/body.txt", "text/plain", "question from afar");
    Object href = data.echo("/post-by-reference", "text/plain");
    Answer answer =
        fetch(href, "method=\"POST\" " + PLAIN, "<wps:BodyReference xlink:href=\"" + body + "\"/>");

    assertThat(complex(answer)).isEqualTo("question from afar");
  }

  @Test
  @Holds({"B5.8", "B5.4"})
  void literalsMayBeReferencesToo() {
    Object href = data.serve("/literal.txt", "text/plain", " 4 ");
    Answer answer =
        wps.execute(ExecuteXml.of("kinds").literal("needed", "x").reference("few", href, ""));

    assertThat(answer.succeeded().literal("got")).contains("|4|");
  }

  @Test
  @Holds("B5.8")
  void aFetchedLiteralIsChecked() {
    Object href = data.serve("/bad-literal.txt", "text/plain", "many");

    wps.execute(ExecuteXml.of("kinds").literal("needed", "x").reference("few", href, ""))
        .refused("InvalidParameterValue", "few", 400);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 403, 500, 503})
  @Holds("B5.8")
  void anErrorOfTheOtherServerIsTold(int status) {
    fetch(data.status("/status-" + status, status), PLAIN, "")
        .refused("InvalidParameterValue", "data", 400);
  }

  @Test
  @Holds({"B5.8", "X7"})
  void aServerThatFallsSilentIsGivenUp() {
    CountDownLatch givenUp = new CountDownLatch(1);
    Object href =
        data.serve(
            "/silent",
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              exchange.getResponseBody().write('x');
              exchange.getResponseBody().flush();
              awaited(givenUp);
            });

    fetch(href, PLAIN, "").refused("InvalidParameterValue", "data", 400);
    givenUp.countDown();
  }

  private static void awaited(CountDownLatch latch) {
    try {
      assertThat(latch.await(2, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  @Holds("B5.8")
  void nobodyThereIsTold() {
    fetch("http://127.0.0.1:1/", PLAIN, "").refused("InvalidParameterValue", "data", 400);
  }

  @Test
  @Holds("B5.9")
  void theRequestedTypeWinsThenTheServedThenTheDefault() {
    Object json = data.serve("/served.json", "application/json; charset=utf-8", "{\"a\":1}");
    Object none = data.serve("/served-untyped", "", "<a/>");

    String type = Answer.output("data") + "//wps:ComplexData/@mimeType";
    assertThat(fetch(json, PLAIN, "").succeeded().value(type)).isEqualTo("text/plain");
    assertThat(fetch(json, "", "").succeeded().value(type)).isEqualTo("application/json");
    assertThat(fetch(none, "", "").succeeded().value(type)).isEqualTo("text/xml");
  }

  @Test
  @Holds({"B5.10", "B7.FileSizeExceeded", "X7"})
  void whatIsLargerThanDescribedIsCutOff() {
    byte[] megabyte = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    Object href =
        data.serve(
            "/endless",
            exchange -> {
              exchange.getResponseHeaders().set("Content-Type", "text/plain");
              exchange.sendResponseHeaders(200, 0);
              for (int i = 0; i < 2000; i++) {
                exchange.getResponseBody().write(megabyte);
              }
            });

    wps.execute(ExecuteXml.of("kinds").literal("needed", "x").reference("small", href, PLAIN))
        .refused("FileSizeExceeded", "small", 413);
  }

  @Test
  @Holds({"B5.8", "B6.12"})
  void aJobThatCannotFetchFails() {
    Object href = data.status("/gone-for-jobs", 410);
    Answer end =
        JobClient.start(wps, ExecuteXml.of("echo").reference("data", href, PLAIN).async("data"))
            .awaitEnd();

    assertThat(end.state()).isEqualTo("ProcessFailed");
    assertThat(end.value("//ows:Exception/@locator")).isEqualTo("data");
  }

  @Test
  @Holds("X7")
  void redirectsAreFollowedButNotForEver() {
    data.serve("/end", "text/plain", "arrived");
    data.redirect("/hop1", "/end");
    Object loop = data.redirect("/loop", "/loop");

    assertThat(complex(fetch(data.at("127.0.0.1", "/hop1"), PLAIN, ""))).isEqualTo("arrived");
    fetch(loop, PLAIN, "").refused("InvalidParameterValue", "data", 400);
    assertThat(data.seen("/loop")).hasSizeLessThan(10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:%d/canary",
        "http://[::1]:%d/canary",
        "http://2130706433:%d/canary",
        "http://0x7f.1:%d/canary",
        "http://0.0.0.0:%d/canary",
        "http://[::ffff:127.0.0.1]:%d/canary",
        "http://127.0.0.1:%d@localhost:%<d/canary",
        "http://localhost:%d/canary#@127.0.0.1",
        "http://169.254.169.254/canary?%d",
        "http://10.0.0.1:%d/canary",
        "http://192.168.0.1:%d/canary",
        "file:///etc/passwd?%d",
        "ftp://127.0.0.1:%d/canary",
        "jar:http://127.0.0.1:%d/canary!/a",
        "gopher://127.0.0.1:%d/canary",
        "//127.0.0.1:%d/canary",
        "/etc/passwd?%d"
      })
  @Holds({"X7", "B5.8"})
  void addressesNotAllowedAreNotAsked(String address) {
    data.serve("/canary", "text/plain", "secret");
    String href = String.format(address, data.port());
    Answer direct = fetch(href, PLAIN, "");
    Answer body =
        fetch(
            data.echo("/canary-post", "text/plain"),
            "method=\"POST\" " + PLAIN,
            "<wps:BodyReference xlink:href=\"" + href + "\"/>");
    Answer redirected = fetch(data.redirect("/to-canary-" + href.hashCode(), href), PLAIN, "");

    for (Answer answer : List.of(direct, body)) {
      answer.refused("InvalidParameterValue", "data", 400);
      assertThat(answer.text()).doesNotContain("secret").doesNotContain("root:");
    }
    if (!href.startsWith("/")) {
      redirected.refused("InvalidParameterValue", "data", 400);
      assertThat(data.seen("/canary?")).isEmpty();
      assertThat(data.seen("/canary")).allMatch(it -> it.path().startsWith("/canary-post"));
    }
  }

  @Test
  @Holds("X7")
  void theServersOwnManagementAndServiceAreNotAsked(org.drover.wps.it.server.DroverServer server) {
    for (String href :
        List.of(
            server.management().toString().replace("127.0.0.1", "localhost") + "/management",
            server.base().toString().replace("127.0.0.1", "localhost")
                + "/wps?service=WPS&request=GetCapabilities")) {
      fetch(href, PLAIN, "").refused("InvalidParameterValue", "data", 400);
    }
  }

  @Test
  @Holds("B5.8")
  void theServersOwnSamplesMayBeUsed(org.drover.wps.it.server.DroverServer server) {
    String own = server.base().toString().replace("127.0.0.1", "localhost");

    fetch(own + "/samples/countries.geojson", "mimeType=\"application/geo+json\"", "").succeeded();
  }
}
