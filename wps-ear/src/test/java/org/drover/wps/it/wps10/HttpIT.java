package org.drover.wps.it.wps10;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.drover.wps.it.Holds;
import org.drover.wps.it.SharedServer;
import org.drover.wps.it.client.Answer;
import org.drover.wps.it.client.BareClient;
import org.drover.wps.it.client.DataServer;
import org.drover.wps.it.client.ExecuteXml;
import org.drover.wps.it.client.WpsClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP around the documents, and XML that means harm. */
@ExtendWith(SharedServer.class)
@Tag("any-database")
class HttpIT {

  private final WpsClient wps;
  private final DataServer data;

  HttpIT(WpsClient wps, DataServer data) {
    this.wps = wps;
    this.data = data;
  }

  private HttpRequest.Builder capabilities() {
    return HttpRequest.newBuilder(
        URI.create(wps.address() + "?service=WPS&request=GetCapabilities"));
  }

  @Test
  @Holds("X9")
  void headIsGetWithoutTheBody() {
    Answer get = wps.send(capabilities());
    Answer head = wps.send(capabilities().method("HEAD", BodyPublishers.noBody()));

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.contentType()).isEqualTo(get.contentType());
  }

  @Test
  @Holds("X9")
  void headDoesNotExecute() {
    Answer head =
        wps.send(
            HttpRequest.newBuilder(
                    URI.create(
                        wps.address()
                            + "?service=WPS&version=1.0.0&request=Execute&identifier=echo"
                            + "&DataInputs=text=x"))
                .method("HEAD", BodyPublishers.noBody()));

    assertThat(head.status()).isEqualTo(405);
  }

  @Test
  @Holds("X9")
  void optionsTellTheMethods() {
    Answer answer = wps.send(capabilities().method("OPTIONS", BodyPublishers.noBody()));

    assertThat(answer.status()).isBetween(200, 204);
    assertThat(answer.header("Allow").orElse("")).contains("GET").contains("POST").contains("HEAD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
  @Holds("X9")
  void otherMethodsAreNotAllowed(String method) {
    Answer answer = wps.send(capabilities().method(method, BodyPublishers.ofString("x")));

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow").orElse("")).contains("GET");
  }

  @Test
  @Holds("X9")
  void pagesOfAnyOriginMayReadTheAnswer() {
    Answer answer = wps.send(capabilities().header("Origin", "https://pages.example.org"));

    assertThat(answer.header("Access-Control-Allow-Origin")).contains("*");
    assertThat(answer.header("Access-Control-Expose-Headers").orElse("")).contains("Location");
  }

  @Test
  @Holds("X8")
  void doctypesAndEntitiesAreRefused() {
    data.serve("/xxe", "text/xml", "<!ENTITY stolen 'x'>");
    String declaration =
        "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\"><!ENTITY % p SYSTEM \""
            + data.at("127.0.0.1", "/xxe")
            + "\"> %p;]>";
    Answer answer = wps.post(declaration + ExecuteXml.of("echo").literal("text", "&e;").toString());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.document()).isPresent();
    assertThat(answer.text()).doesNotContain("root:");
    assertThat(data.seen("/xxe")).isEmpty();
  }

  @Test
  @Holds("X8")
  void entitiesInFetchedDataAreRefused() {
    Object href =
        data.serve(
            "/evil.gml",
            "application/gml+xml; version=3.2",
            "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                + "<gml:FeatureCollection xmlns:gml=\"http://www.opengis.net/gml/3.2\">&e;"
                + "</gml:FeatureCollection>");
    Answer answer =
        wps.execute(
            ExecuteXml.of("count-features")
                .reference("features", href, "mimeType=\"application/gml+xml; version=3.2\""));

    answer.refused("InvalidParameterValue", "features", 400);
    assertThat(answer.text()).doesNotContain("root:");
  }

  @Test
  @Holds("X8")
  void elementsNestedWithoutEndAreRefused() {
    String deep = "<a>".repeat(20_000) + "</a>".repeat(20_000);
    Answer answer =
        wps.execute(ExecuteXml.of("echo").complex("data", "mimeType=\"text/xml\"", deep));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.document()).isPresent();
  }

  @Test
  @Holds("X8")
  void arraysNestedWithoutEndAreRefused() {
    String deep = "[".repeat(50_000) + "]".repeat(50_000);
    Answer answer =
        wps.execute(
            ExecuteXml.of("count-features")
                .complex(
                    "features",
                    "mimeType=\"application/geo+json\"",
                    "{\"type\":\"FeatureCollection\",\"features\":" + deep + "}"));

    answer.refused("InvalidParameterValue", "features", 400);
  }

  @Test
  @Holds({"X8", "B1.5"})
  void aMillionAttributesAreRefused() {
    StringBuilder attributes = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      attributes.append(" a").append(i).append("=\"\"");
    }
    Answer answer =
        wps.execute(
            ExecuteXml.of("echo")
                .complex("data", "mimeType=\"text/xml\"", "<a" + attributes + "/>"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.document()).isPresent();
  }

  @Test
  @Holds("B1.5")
  void aQueryInAnotherEncodingIsRefusedWithAReport() {
    wps.query("service=WPS&version=1.0.0&request=Execute&identifier=echo&DataInputs=text=%E4")
        .refused("InvalidParameterValue", "DataInputs", 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=b; $Version=\u00e4", "a=\u0001", "=;,"})
  void cookiesOfOthersDoNotCount(String cookie) {
    assertThat(
            new BareClient(wps.base())
                .get("/wps?service=WPS&request=GetCapabilities", "Cookie: " + cookie))
        .startsWith("HTTP/1.1 200 ");
  }
}
