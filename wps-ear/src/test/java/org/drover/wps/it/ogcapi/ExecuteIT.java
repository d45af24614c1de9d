package org.drover.wps.it.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.drover.wps.it.Holds;
import org.drover.wps.it.SharedServer;
import org.drover.wps.it.client.DataServer;
import org.drover.wps.it.client.OgcApiClient;
import org.drover.wps.it.client.OgcApiClient.Reply;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Execution while the client waits, and what requests may hold. */
@ExtendWith(SharedServer.class)
@Tag("any-database")
class ExecuteIT {

  private static final String SQUARE =
      "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"a\":1},"
          + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}]}";

  private final OgcApiClient api;
  private final DataServer data;

  ExecuteIT(OgcApiClient api, DataServer data) {
    this.api = api;
    this.data = data;
  }

  private JsonNode echo(String inputs) {
    return api.execute("echo", "{\"inputs\":{" + inputs + "},\"response\":\"document\"}").results();
  }

  private String kinds(String inputs) {
    return api.execute(
            "kinds", "{\"inputs\":{\"needed\":\"n\"" + inputs + "},\"outputs\":{\"got\":{}}}")
        .is(200)
        .text();
  }

  @Test
  @Holds({"D2.3", "D2.1", "D2.2"})
  void oneOutputComesBare() {
    Reply text = api.execute("echo", "{\"inputs\":{\"text\":\"Grüße\"},\"unknown\":1}");

    assertThat(text.is(200).text()).isEqualTo("Grüße");
    assertThat(text.contentType()).isEqualTo("text/plain;charset=UTF-8");
    assertThat(text.header("Location")).isEmpty();
    Reply box =
        api.execute(
            "echo", "{\"inputs\":{\"box\":{\"bbox\":[7,50,8,51]}},\"outputs\":{\"box\":{}}}");
    assertThat(box.json(200).get("bbox").toString()).isEqualTo("[7.0,50.0,8.0,51.0]");
    assertThat(box.json().get("crs").asText()).endsWith("/CRS84");
  }

  @Test
  @Holds({"D2.3", "D2.6"})
  void severalOutputsAreParts() {
    Reply parts =
        api.execute(
            "echo",
            "{\"inputs\":{\"text\":\"t\",\"number\":2},\"outputs\":{\"text\":{},\"number\":{}},"
                + "\"response\":\"raw\"}");

    assertThat(parts.is(200).contentType())
        .startsWith("multipart/related;")
        .contains("type=\"text/plain\"");
    assertThat(parts.text())
        .contains("Content-ID: text\r\n", "\r\n\r\nt\r\n", "Content-ID: number\r\n", "\r\n\r\n2.0");
    assertThat(parts.text().lines().filter(it -> it.startsWith("Content-Type: "))).hasSize(2);
  }

  @Test
  @Holds({"D2.3", "D6.4"})
  void aClientOfJsonGetsSeveralOutputsAsADocument() {
    Reply document =
        api.execute(
            "echo", "{\"inputs\":{\"text\":\"t\",\"number\":2}}", "Accept", "application/json");

    assertThat(document.results().get("text").asText()).isEqualTo("t");
    assertThat(document.json().get("number").asDouble()).isEqualTo(2);
  }

  @Test
  @Holds({"D2.3", "D2.5"})
  void referencesAreLinks() {
    Reply links =
        api.execute(
            "echo",
            "{\"inputs\":{\"text\":\"t\"},\"outputs\":{\"text\":{\"transmissionMode\":\"reference\"}}}");

    assertThat(links.is(204).body()).isEmpty();
    String all = String.join("\n", links.headers().allValues("Link"));
    assertThat(all).contains("rel=\"item\"", "title=\"text\"", "rel=\"monitor\"");
    String item =
        links.headers().allValues("Link").stream()
            .filter(it -> it.contains("item"))
            .findFirst()
            .orElseThrow()
            .replaceFirst("<(.*)>.*", "$1");
    assertThat(api.get(item).is(200).text()).isEqualTo("t");
  }

  @Test
  @Holds("D2.3")
  void aMixtureHasThePlacesOfReferencesInItsParts() {
    Reply mixed =
        api.execute(
            "echo",
            "{\"inputs\":{\"text\":\"t\",\"number\":2},\"outputs\":{\"text\":{},"
                + "\"number\":{\"transmissionMode\":\"reference\"}}}");

    assertThat(mixed.is(200).contentType()).startsWith("multipart/related");
    assertThat(mixed.text())
        .containsPattern("Content-Location: http\\S+/number\\r\\n\\r\\n\\r\\n--");
    JsonNode document =
        api.execute(
                "echo",
                "{\"inputs\":{\"text\":\"t\",\"number\":2},\"response\":\"document\",\"outputs\":"
                    + "{\"text\":{},\"number\":{\"transmissionMode\":\"reference\"}}}")
            .results();
    assertThat(document.get("text").asText()).isEqualTo("t");
    assertThat(document.at("/number/href").asText()).startsWith("http");
    assertThat(document.at("/number/type").asText()).startsWith("text/plain");
  }

  @Test
  @Holds({"D2.2", "D2.4", "D6.2"})
  void theModeIsNegotiated() {
    String text = "{\"inputs\":{\"text\":\"t\"}}";
    Reply async = api.execute("echo", text, "Prefer", "respond-async");

    assertThat(async.json(201).get("status").asText()).isIn("accepted", "running", "successful");
    assertThat(async.header("Preference-Applied")).contains("respond-async");
    assertThat(async.header("Location").orElse("")).startsWith(api.root() + "/jobs/");
    assertThat(api.execute("always-stored", text).status()).isEqualTo(201);
    assertThat(api.execute("always-stored", text, "Prefer", "respond-sync").status())
        .isEqualTo(201);
    Reply sync = api.execute("never-stored", text, "Prefer", "respond-async;q=1, wait=5");
    assertThat(sync.is(200).header("Preference-Applied")).isEmpty();
    assertThat(api.execute("echo", text, "Prefer", "respond-sync").header("Preference-Applied"))
        .contains("respond-sync");
    assertThat(api.execute("echo", text, "Prefer", "return=minimal").status()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "nonsense",
        "{\"inputs\":[]}",
        "{\"inputs\":{},\"inputs\":{}}",
        "{\"inputs\":{\"text\":\"a\",\"text\":\"b\"}}",
        "{\"response\":\"other\"}",
        "{} {}",
        "{\"outputs\":[]}",
        "{\"outputs\":{\"text\":1e99999999999}}",
        "{\"inputs\":{\"number\":{\"value\":1e99999999999}}}",
        "{\"inputs\":{\"box\":{\"bbox\":[1e99999999999,2,3,4]}}}",
        "{\"subscriber\":{\"successUri\":5}}",
        "{\"inputs\":{\"text\":\"\\q\"}}"
      })
  @Holds({"D2.1", "X8"})
  void whatIsNoRequestIsRefused(String body) {
    api.execute("echo", body).refused(400, "");
  }

  @Test
  @Holds("X8")
  void depthIsLimited() {
    api.execute("echo", "{\"inputs\":{\"data\":" + "[".repeat(2000) + "]".repeat(2000) + "}}")
        .refused(400, "");
  }

  @Test
  @Holds("D2.6")
  void outputsThatCannotBeAreRefused() {
    api.execute("echo", "{\"inputs\":{\"text\":\"t\"},\"outputs\":{\"nothing\":{}}}")
        .refusedAs(400, "no-such-output");
    api.execute(
            "echo",
            "{\"inputs\":{\"text\":\"t\"},\"outputs\":{\"text\":{\"transmissionMode\":\"pigeon\"}}}")
        .refused(400, "text");
    api.execute(
            "buffer",
            "{\"inputs\":{\"features\":"
                + "{\"value\":"
                + SQUARE
                + "},\"distance\":1},\"outputs\":{\"result\":{\"format\":{\"mediaType\":\"image/png\"}}}}")
        .refused(400, "result");
    assertThat(echo("\"text\":\"t\",\"number\":1").size()).isEqualTo(2);
  }

  @Test
  @Holds({"D2.7", "X4"})
  void literalsAreTypedJsonAndQualifiedValues() {
    assertThat(
            kinds(
                ",\"flag\":true,\"real\":2.5,\"whole\":12345678901234567890,\"few\":4,"
                    + "\"words\":[\"a\",\"b\"],\"colour\":\"red\""))
        .isEqualTo("n|[a, b]|true|2.5|12345678901234567890|-|4|red");
    assertThat(kinds(",\"words\":\"one\",\"few\":5.0")).contains("|[one]|", "|5|");
    assertThat(kinds(",\"words\":[\"one\"]")).contains("|[one]|");
    assertThat(kinds(",\"moment\":{\"value\":\"2026-01-02T03:04:05Z\"}"))
        .contains("2026-01-02T03:04:05Z");
    assertThat(echo("\"number\":{\"value\":2,\"uom\":\"km\"}").get("number").asDouble())
        .isEqualTo(2000);
  }

  @Test
  @Holds({"D2.7", "X6"})
  void structuredDataComesQualifiedInlineAndAsStrings() {
    String both = "{\"value\":%s,\"mediaType\":\"%s\"}";
    String xml = both.formatted("\"<a>ü</a>\"", "text/xml");
    assertThat(echo("\"data\":" + xml).at("/data/value").asText()).isEqualTo("<a>ü</a>");
    JsonNode json = echo("\"data\":{\"any\":[1,{\"b\":1e400}]}");
    assertThat(json.at("/data/mediaType").asText()).isEqualTo("application/json");
    assertThat(json.at("/data/value/any/0").asInt()).isEqualTo(1);
    JsonNode geo = echo("\"data\":" + both.formatted(SQUARE, "application/geo+json"));
    assertThat(geo.at("/data/value/features").size()).isEqualTo(1);
    String png = Base64.getEncoder().encodeToString(new byte[] {(byte) 0x89, 'P', 'N', 'G'});
    String old =
        "\"data\":{\"value\":\"%s\",\"format\":{\"mediaType\":\"image/png\",\"encoding\":\"base64\"}}";
    JsonNode binary = echo(old.formatted(png)).get("data");
    assertThat(binary.get("value").asText()).isEqualTo(png);
    assertThat(binary.get("encoding").asText()).isEqualTo("base64");
    Reply raw =
        api.execute("echo", "{\"inputs\":{" + old.formatted(png) + "},\"outputs\":{\"data\":{}}}");
    assertThat(raw.is(200).contentType()).isEqualTo("image/png");
    assertThat(raw.body()).hasSize(4);
    assertThat(
            api.execute(
                    "count-features",
                    "{\"inputs\":{\"features\":" + SQUARE + "},\"outputs\":{\"count\":{}}}")
                .is(200)
                .text())
        .isEqualTo("1");
  }

  @Test
  @Holds({"D2.7", "X5"})
  void boxesAreInTheOrderOfTheirSystem() {
    JsonNode box = echo("\"box\":{\"bbox\":[50,7,51,8],\"crs\":\"urn:ogc:def:crs:EPSG:6.6:4326\"}");

    assertThat(box.at("/box/bbox").toString()).isEqualTo("[50.0,7.0,51.0,8.0]");
    assertThat(box.at("/box/crs").asText()).isEqualTo("http://www.opengis.net/def/crs/EPSG/0/4326");
  }

  @Test
  @Holds({"D2.7", "X7"})
  void referencesAreFetchedAndChecked() {
    String good = data.serve("/ogc/square", "application/geo+json", SQUARE).toString();
    String words = data.serve("/ogc/words", "text/plain", "fetched").toString();

    assertThat(
            api.execute(
                    "count-features",
                    "{\"inputs\":{\"features\":{\"href\":\"%s\",\"type\":\"application/geo+json\"}}}"
                        .formatted(good))
                .is(200)
                .text())
        .contains("1");
    assertThat(echo("\"text\":{\"href\":\"" + words + "\"}").get("text").asText())
        .isEqualTo("fetched");
    api.execute("echo", "{\"inputs\":{\"number\":{\"href\":\"" + words + "\"}}}")
        .refused(400, "number");
    api.execute("echo", "{\"inputs\":{\"data\":{\"href\":\"http://10.0.0.1/x\"}}}")
        .refused(400, "data");
    api.execute("echo", "{\"inputs\":{\"data\":{\"href\":\"file:///etc/passwd\"}}}")
        .refused(400, "data");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\'',
      value = {
        "needed; {}",
        "needed; {\"needed\":5}",
        "needed; {\"needed\":[\"a\",\"b\"]}",
        "needed; {\"needed\":null}",
        "nothing; {\"needed\":\"n\",\"nothing\":1}",
        "flag; {\"needed\":\"n\",\"flag\":\"true\"}",
        "real; {\"needed\":\"n\",\"real\":\"2\"}",
        "whole; {\"needed\":\"n\",\"whole\":2.5}",
        "whole; {\"needed\":\"n\",\"whole\":1e999999999}",
        "open; {\"needed\":\"n\",\"open\":10}",
        "few; {\"needed\":\"n\",\"few\":6}",
        "colour; {\"needed\":\"n\",\"colour\":\"blue\"}",
        "day; {\"needed\":\"n\",\"day\":\"tomorrow\"}",
        "words; {\"needed\":\"n\",\"words\":[\"1\",\"2\",\"3\",\"4\"]}",
        "box; {\"needed\":\"n\",\"box\":{\"bbox\":[1,2,3]}}",
        "box; {\"needed\":\"n\",\"box\":{\"bbox\":[1,2,3,4],\"crs\":\"EPSG:3857\"}}",
        "small; {\"needed\":\"n\",\"small\":{\"a\":1}}",
        "small; {\"needed\":\"n\",\"small\":{\"value\":\"x\",\"mediaType\":\"image/gif\"}}",
        "small; {\"needed\":\"n\",\"small\":{\"value\":\"###\",\"encoding\":\"base64\","
            + "\"mediaType\":\"application/octet-stream\"}}"
      })
  @Holds("D2.8")
  void aViolationNamesTheInput(String input, String inputs) {
    Reply refused = api.execute("kinds", "{\"inputs\":" + inputs + "}").refused(400, input);

    assertThat(refused.json().get("locator").asText()).isEqualTo(input);
  }

  @Test
  @Holds({"D2.8", "D2.7"})
  void longStringsGoToDiskAndAreLimited() {
    String long300k = "ü\\u00e4\\ud83d\\ude00\\n".repeat(30_000);
    String got = "üä😀\n".repeat(30_000);

    assertThat(
            api.execute(
                    "echo",
                    "{\"inputs\":{\"data\":{\"value\":\""
                        + long300k
                        + "\",\"mediaType\":\"text/plain\"}},\"outputs\":{\"data\":{}}}")
                .is(200)
                .body())
        .isEqualTo(got.getBytes(StandardCharsets.UTF_8));
    assertThat(echo("\"text\":\"" + long300k + "\"").get("text").asText()).isEqualTo(got);
    api.execute(
            "kinds", "{\"inputs\":{\"needed\":\"n\",\"small\":\"" + "x".repeat(1_100_000) + "\"}}")
        .refused(413, "small");
  }

  @Test
  @Holds("D2.10")
  void aRunThatFailsIsAProblem() {
    Reply failed = api.execute("wait", "{\"inputs\":{\"seconds\":0,\"steps\":1,\"failAtStep\":1}}");

    assertThat(failed.refused(500, "failAtStep").json().get("type").asText())
        .isEqualTo("urn:x-drover:problem:process-failed");
    api.execute("nothing", "{}").refusedAs(404, "no-such-process");
  }

  @Test
  @Holds({"D2.7", "D2.8"})
  void jsonIsHeldAgainstItsSchema() {
    JsonNode all =
        api.execute(
                "conformance-echo",
                "{\"inputs\":{\"text\":\"t\",\"numbers\":[1,2],\"either\":\"e\",\"image\":\"SUkq\","
                    + "\"object\":{\"value\":{\"name\":\"n\"}}},\"response\":\"document\"}")
            .results();

    assertThat(all.get("numbers").toString()).isEqualTo("[1,2]");
    assertThat(all.get("either").asText()).isEqualTo("e");
    assertThat(all.at("/object/value/name").asText()).isEqualTo("n");
    assertThat(all.get("image").asText()).isEqualTo("SUkq");
    Reply image =
        api.execute(
            "conformance-echo", "{\"inputs\":{\"image\":\"SUkq\"},\"outputs\":{\"image\":{}}}");
    assertThat(image.is(200).contentType()).isEqualTo("image/tiff");
    assertThat(image.text()).isEqualTo("II*");
    api.execute("conformance-echo", "{\"inputs\":{\"numbers\":[\"a\"]}}").refused(400, "numbers");
    api.execute("conformance-echo", "{\"inputs\":{\"either\":5}}").refused(400, "either");
    Reply json =
        api.execute(
            "conformance-echo",
            "{\"inputs\":{\"image\":{\"type\":\"wrong/type\"}}}",
            "Accept",
            "application/json");
    assertThat(json.is(400).contentType()).isEqualTo("application/json");
  }

  @Test
  @Holds({"D2.7", "D1.8"})
  void groupsAreObjects() {
    JsonNode results =
        api.execute(
                "select-features",
                "{\"inputs\":{\"features\":{\"value\":"
                    + SQUARE
                    + "},\"conditions\":[{\"property\":\"a\",\"value\":\"1\"}]},"
                    + "\"response\":\"document\"}")
            .results();

    assertThat(results.at("/counts/value/selected").asInt()).isEqualTo(1);
    Reply one =
        api.execute(
            "select-features",
            "{\"inputs\":{\"features\":{\"value\":"
                + SQUARE
                + "},\"conditions\":{\"property\":\"b\",\"comparison\":\"PRESENT\"}},"
                + "\"outputs\":{\"counts/selected\":{}}}");
    assertThat(one.is(200).text()).isEqualTo("0");
    api.execute(
            "select-features",
            "{\"inputs\":{\"features\":{\"value\":" + SQUARE + "},\"conditions\":{\"value\":5}}}")
        .refused(400, "conditions/value");
  }

  @Test
  void aDryRunTellsWhatItWouldCost() {
    JsonNode estimate =
        api.post("/processes/wait/execution?dryRun=true", "{\"inputs\":{\"seconds\":1}}").json(200);

    assertThat(estimate.get("mode").asText()).isEqualTo("sync");
    assertThat(estimate.get("processID").asText()).isEqualTo("wait");
  }
}
