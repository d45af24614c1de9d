package org.drover.wps.it.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.drover.wps.it.Holds;
import org.drover.wps.it.SharedServer;
import org.drover.wps.it.client.BareClient;
import org.drover.wps.it.client.OgcApiClient;
import org.drover.wps.it.client.OgcApiClient.Reply;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service is, what it conforms to, and HTTP around it. */
@ExtendWith(SharedServer.class)
@Tag("any-database")
class CapabilitiesIT {

  private static final String OPENAPI = "application/vnd.oai.openapi+json;version=3.0";
  private static final String OGC = "http://www.opengis.net/def/rel/ogc/1.0/";

  private final OgcApiClient api;

  CapabilitiesIT(OgcApiClient api) {
    this.api = api;
  }

  private static String link(JsonNode document, String rel) {
    return StreamSupport.stream(document.get("links").spliterator(), false)
        .filter(it -> it.get("rel").asText().equals(rel))
        .findFirst()
        .map(it -> it.get("href").asText())
        .orElseThrow(() -> new AssertionError(rel + " in " + document));
  }

  @Test
  @Holds({"D1.2", "D4.1"})
  void theLandingPageLeadsToEverything() {
    JsonNode landing = api.get("/").json(200);

    assertThat(api.get("").json(200)).isEqualTo(landing);
    assertThat(landing.get("title").asText()).isNotBlank();
    for (String rel :
        List.of(
            "self",
            "alternate",
            "service-doc",
            OGC + "conformance",
            OGC + "processes",
            OGC + "job-list")) {
      assertThat(api.get(link(landing, rel)).status()).as(rel).isEqualTo(200);
    }
  }

  @Test
  @Holds("D1.3")
  void theDefinitionIsValidAndHasTheTypeItIsLinkedWith() {
    JsonNode landing = api.get("/").json(200);
    String address = link(landing, "service-desc");
    Reply plain = api.get(address);

    assertThat(plain.contentType()).isEqualTo(OPENAPI);
    assertThat(api.get(address, "Accept", OPENAPI).contentType()).isEqualTo(OPENAPI);
    assertThat(api.get(address, "Accept", "application/json").contentType())
        .isEqualTo("application/json");
    assertThat(api.get("/api?f=html").contentType()).startsWith("text/html");
    SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(plain.text());
    assertThat(parsed.getMessages()).isEmpty();
    assertThat(parsed.getOpenAPI().getServers().get(0).getUrl()).isEqualTo(api.root().toString());
    assertThat(parsed.getOpenAPI().getPaths()).hasSizeGreaterThan(9);
  }

  @Test
  @Holds("D1.4")
  void everyClassThatIsImplementedIsDeclared() {
    List<String> classes = new ArrayList<>();
    api.get("/conformance").json(200).get("conformsTo").forEach(it -> classes.add(it.asText()));

    assertThat(classes)
        .map(it -> it.replace("http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/", ""))
        .contains(
            "core",
            "ogc-process-description",
            "json",
            "html",
            "oas30",
            "job-list",
            "callback",
            "dismiss");
  }

  @Test
  @Holds({"D1.5", "D1.6", "D6.8"})
  void allProcessesAreListedOncePageByPage() {
    List<String> all = new ArrayList<>();
    JsonNode whole = api.get("/processes?limit=10000").json(200);
    whole.get("processes").forEach(it -> all.add(it.get("id").asText()));
    List<String> paged = new ArrayList<>();
    String next = api.root() + "/processes?limit=3";
    while (!next.isEmpty()) {
      JsonNode page = api.get(next).json(200);
      assertThat(page.get("processes").size()).isBetween(1, 3);
      page.get("processes").forEach(it -> paged.add(it.get("id").asText()));
      next = page.toString().contains("\"next\"") ? link(page, "next") : "";
    }

    assertThat(all).contains("echo", "buffer").doesNotHaveDuplicates();
    assertThat(paged).isEqualTo(all);
    assertThat(api.get("/processes").json(200).get("processes")).hasSize(10);
    JsonNode first = whole.get("processes").get(0);
    assertThat(first.get("version").asText()).isNotBlank();
    assertThat(first.get("outputTransmission").toString()).contains("value", "reference");
    assertThat(first.get("jobControlOptions").toString()).contains("execute");
    assertThat(first.get("links").toString()).contains("\"self\"", "\"alternate\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=-1", "limit=abc", "limit=", "f=xml", "limit=1&limit=2"})
  @Holds({"D1.5", "D1.1", "D6.9"})
  void aBadValueInTheQueryIsRefused(String query) {
    api.get("/processes?" + query).refusedAs(400, "invalid-query-parameter-value");
  }

  @Test
  @Holds("D1.5")
  void aLimitMayBeLargerThanIsServed() {
    assertThat(api.get("/processes?limit=20000").json(200).get("processes").size())
        .isGreaterThan(10);
  }

  @Test
  @Holds("D1.1")
  void whatIsNotThereOrNotAllowedIsAProblem() {
    api.get("/nothing").refused(404, "/ogcapi");
    Reply wrong = api.send("PUT", "/processes", "{}");
    wrong.refused(405, "Allow");
    assertThat(wrong.header("Allow").orElse("")).contains("GET");
    assertThat(api.get("/processes/echo/execution").refused(405, "").header("Allow").orElse(""))
        .contains("POST");
    api.get("/processes", "Accept", "image/png").refused(406, "application/json");
    api.send("POST", "/processes/echo/execution", "{}", "Content-Type", "text/plain")
        .refused(415, "application/json");
    api.send("POST", "/processes/echo/execution", "{}", "Content-Type", "nonsense;;/")
        .refused(415, "application/json");
    assertThat(api.get("/processes", "Accept", "nonsense;;/=, application/json").status())
        .isEqualTo(200);
  }

  @Test
  @Holds("D1.1")
  void aClientThatTakesJsonAloneGetsProblemsAsJson() {
    Reply reply = api.get("/processes/nothing", "Accept", "application/json");

    assertThat(reply.is(404).contentType()).isEqualTo("application/json");
    assertThat(reply.json().get("type").asText()).endsWith("/no-such-process");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/conformance", "/api", "/processes", "/processes/echo", "/jobs"})
  @Holds("D1.10")
  void everyResourceIsAPageToo(String path) {
    Reply html = api.get(path, "Accept", "text/html");
    Reply byParameter = api.get(path + "?f=html");
    Reply browser = api.get(path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

    for (Reply each : List.of(html, byParameter, browser)) {
      assertThat(each.is(200).contentType()).isEqualTo("text/html;charset=UTF-8");
      assertThat(each.header("Vary").orElse("")).contains("Accept");
      assertThat(each.text()).contains("<html lang=", "<h1>").doesNotContain("<script");
    }
    JsonNode json = api.get(path + "?f=json").json(200);
    json.path("links")
        .forEach(
            it ->
                assertThat(html.text())
                    .contains("href=\"" + it.get("href").asText().replace("&", "&amp;")));
    assertThat(api.get(path, "Accept", "*/*").contentType()).contains("json");
  }

  @Test
  @Holds({"D1.10", "X9"})
  void aDocumentTheClientHasIsNotSentAgain() {
    Reply first = api.get("/processes/buffer");
    String tag = first.header("ETag").orElseThrow();

    assertThat(api.get("/processes/buffer", "If-None-Match", tag).is(304).body()).isEmpty();
    assertThat(api.get("/processes/buffer", "If-None-Match", "\"other\"").status()).isEqualTo(200);
    Reply zipped = api.get("/processes", "Accept-Encoding", "gzip", "Accept", "text/html");
    assertThat(zipped.is(200).header("Content-Encoding")).contains("gzip");
    assertThat(zipped.header("ETag").orElseThrow()).isNotEqualTo(tag);
  }

  @Test
  @Holds("X9")
  void pagesOfOtherOriginsMayCallAndReadTheHeaders() {
    Reply preflight =
        api.send("OPTIONS", "/processes/echo/execution", "", "Origin", "https://other.example");

    assertThat(preflight.is(204).header("Access-Control-Allow-Methods").orElse(""))
        .contains("POST", "DELETE", "PATCH");
    assertThat(preflight.header("Access-Control-Allow-Headers").orElse("")).contains("Prefer");
    assertThat(api.get("/").header("Access-Control-Expose-Headers").orElse(""))
        .contains("Location", "Link", "Preference-Applied");
    assertThat(api.send("HEAD", "/processes", "").is(200).body()).isEmpty();
  }

  @Test
  @Holds("D1.1")
  void addressesAndHeadersNobodyCanReadAreProblemsOrDoNotCount() {
    BareClient bare = new BareClient(api.root());

    for (String odd : List.of("a=b; $Version=\u00e4", "a=\u0001", "=;,")) {
      assertThat(bare.get("/ogcapi/processes/echo", "Cookie: " + odd))
          .as(odd)
          .startsWith("HTTP/1.1 200 ");
    }
    assertThat(bare.get("/ogcapi/processes/%E4"))
        .startsWith("HTTP/1.1 400 ")
        .contains("Content-Type: application/problem+json\r\n", "Encode it anew");
    assertThat(bare.get("/ogcapi/processes/%E4", "Accept: text/html"))
        .startsWith("HTTP/1.1 400 ")
        .contains("<html lang=", "Encode it anew");
    assertThat(bare.get("/ogcapi/processes/%zz")).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void theFrontPageOfTheServerLeadsToAllProtocols() {
    Reply page = api.get(api.root().resolve("/").toString());
    List<String> links =
        Pattern.compile("href=\"([^\"]+)\"")
            .matcher(page.text())
            .results()
            .map(it -> it.group(1).replace("&amp;", "&"))
            .toList();

    assertThat(page.is(200).contentType()).startsWith("text/html");
    assertThat(page.text())
        .containsPattern("<html lang=\"[a-z]+\">")
        .containsPattern("<title>\\S+.*</title>")
        .containsOnlyOnce("<h1>");
    assertThat(links).hasSizeGreaterThan(6);
    for (String link : links) {
      assertThat(api.get(api.root().resolve("/").resolve(link).toString()).status())
          .as(link)
          .isEqualTo(200);
    }
  }
}
