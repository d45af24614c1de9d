package org.drover.wps.it.wps10;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.drover.wps.it.Holds;
import org.drover.wps.it.SharedServer;
import org.drover.wps.it.client.Answer;
import org.drover.wps.it.client.ExecuteXml;
import org.drover.wps.it.client.WpsClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs inside of the request. */
@ExtendWith(SharedServer.class)
@Tag("any-database")
class InputIT {

  private static final int MEGABYTE = 1_000_000;

  private final WpsClient wps;

  InputIT(WpsClient wps) {
    this.wps = wps;
  }

  private static ExecuteXml kinds() {
    return ExecuteXml.of("kinds").literal("needed", "x");
  }

  @Test
  @Holds("B5.1")
  void titlesAndAbstractsOfInputsAreAllowed() {
    ExecuteXml request =
        ExecuteXml.of("echo")
            .input(
                "text",
                "<ows:Title>T</ows:Title><ows:Abstract>A</ows:Abstract>"
                    + "<wps:Data><wps:LiteralData>hello</wps:LiteralData></wps:Data>");

    assertThat(wps.execute(request).succeeded().literal("text")).isEqualTo("hello");
  }

  @Test
  @Holds("B5.1")
  void emptyDataInputsAreAllowed() {
    String request = ExecuteXml.of("wait-in-parts").toString().replace("</wps:Execute>", "");

    wps.post(request + "<wps:DataInputs/></wps:Execute>").succeeded();
  }

  @Test
  @Holds({"B5.2", "B7.InvalidParameterValue"})
  void anUnknownProcessIsRefused() {
    wps.execute(ExecuteXml.of("nothing")).refused("InvalidParameterValue", "Identifier", 400);
  }

  @Test
  @Holds({"B5.2", "B7.InvalidParameterValue"})
  void anUnknownInputIsRefused() {
    wps.execute(kinds().literal("nothing", 1)).refused("InvalidParameterValue", "nothing", 400);
  }

  @Test
  @Holds({"B5.2", "B7.MissingParameterValue"})
  void aMissingInputIsRefused() {
    wps.execute(ExecuteXml.of("kinds").literal("words", 1))
        .refused("MissingParameterValue", "needed", 400);
  }

  @Test
  @Holds("B5.2")
  void tooManyOfAnInputAreRefused() {
    ExecuteXml request = kinds();
    for (int i = 0; i < 4; i++) {
      request.literal("words", i);
    }

    wps.execute(request).refused("InvalidParameterValue", "words", 400);
  }

  @Test
  @Holds("B5.3")
  void repeatedInputsKeepTheirOrder() {
    Answer answer =
        wps.execute(kinds().literal("words", "z").literal("words", "a").literal("words", "m"));

    assertThat(answer.succeeded().literal("got")).startsWith("x|[z, a, m]|");
  }

  @ParameterizedTest
  @CsvSource({
    "flag, true, true",
    "flag, 1, true",
    "flag, 0, false",
    "real, INF, Infinity",
    "real, NaN, NaN",
    "real, -1.5E3, -1500.0",
    "whole, 123456789012345678901234567890, 123456789012345678901234567890",
    "whole, +7, 7",
    "moment, 2026-11-21T12:00:00+02:00, 2026-11-21T10:00:00Z",
    "few, ' 4 ', |4|",
    "colour, red, |red"
  })
  @Holds("B5.4")
  void literalsAreReadByTheirType(String input, String text, String got) {
    assertThat(wps.execute(kinds().literal(input, text)).succeeded().literal("got")).contains(got);
  }

  @ParameterizedTest
  @CsvSource({
    "flag, yes",
    "flag, TRUE",
    "real, 1e",
    "real, Infinity",
    "whole, 1.5",
    "whole, one",
    "day, 2026-02-30",
    "moment, yesterday",
    "few, 0",
    "few, 6",
    "few, 2.5",
    "colour, blue",
    "colour, Red",
    "open, 10",
    "open, -0.001",
    "spaced, 7",
    "spaced, 55"
  })
  @Holds({"B5.4", "B7.InvalidParameterValue"})
  void literalsOutsideOfTheirTypeOrValuesAreRefused(String input, String text) {
    wps.execute(kinds().literal(input, text)).refused("InvalidParameterValue", input, 400);
  }

  @ParameterizedTest
  @CsvSource({"open, 0", "open, 9.999", "spaced, 50", "spaced, 0", "day, 2024-02-29"})
  @Holds("B5.4")
  void literalsAtTheEdgeAreTaken(String input, String text) {
    wps.execute(kinds().literal(input, text)).succeeded();
  }

  @Test
  @Holds("B5.4")
  void aDeclaredDataTypeMayBeNamedInManyWays() {
    for (String type :
        new String[] {"double", "xs:double", "http://www.w3.org/2001/XMLSchema#double"}) {
      wps.execute(kinds().literal("real", "1", "dataType=\"" + type + "\"")).succeeded();
    }
  }

  @ParameterizedTest
  @CsvSource({"km, 1500", "m, 1.5", "ft, 0.4572"})
  @Holds({"B5.4", "X4"})
  void unitsAreConverted(String unit, double metres) {
    Answer answer =
        wps.execute(ExecuteXml.of("echo").literal("number", "1.5", "uom=\"" + unit + "\""));

    assertThat(Double.parseDouble(answer.succeeded().literal("number")))
        .isCloseTo(metres, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(answer.value(Answer.output("number") + "//wps:LiteralData/@uom")).isEqualTo("m");
  }

  @Test
  @Holds("B5.4")
  void unknownUnitsAreRefused() {
    wps.execute(ExecuteXml.of("echo").literal("number", 1, "uom=\"parsec\""))
        .refused("InvalidParameterValue", "number", 400);
  }

  @Test
  @Holds("B5.5")
  void withoutAFormatItIsTheDefault() {
    Answer answer =
        wps.execute(ExecuteXml.of("echo").complex("data", "", "<a xmlns=\"u:x\">b</a>"));

    assertThat(answer.succeeded().value(Answer.output("data") + "//wps:ComplexData/@mimeType"))
        .isEqualTo("text/xml");
  }

  @Test
  @Holds({"B5.5", "B7.InvalidParameterValue"})
  void anUnsupportedFormatIsRefused() {
    wps.execute(ExecuteXml.of("echo").complex("data", "mimeType=\"image/jpeg\"", "x"))
        .refused("InvalidParameterValue", "data", 400);
  }

  @Test
  @Holds({"B5.5", "B6.11"})
  void textComesAsTextOrCdata() {
    for (String content : new String[] {"a &amp; b", "<![CDATA[a & b]]>", "\n  a &amp; b"}) {
      Answer answer =
          wps.execute(
              ExecuteXml.of("echo")
                  .complex("data", "mimeType=\"text/plain\"", content)
                  .raw("data mimeType=\"text/plain\""));

      assertThat(answer.bare().text().trim()).isEqualTo("a & b");
    }
  }

  @Test
  @Holds("B5.5")
  void xmlKeepsTheNamespacesInScope() {
    String request =
        ExecuteXml.of("echo")
            .attributes("xmlns:far=\"http://example.org/far\"")
            .complex("data", "mimeType=\"text/xml\"", "\n <far:a t=\"far:b\"><c/></far:a>\n")
            .raw("data mimeType=\"text/xml\"")
            .toString();
    Answer answer = wps.post(request);

    assertThat(answer.bare().text()).contains("http://example.org/far").contains("far:b");
  }

  @Test
  @Holds({"B5.5", "B6.11", "X6"})
  void binaryComesAsBase64() {
    byte[] bytes = {0, 1, 2, (byte) 0xff, (byte) 0x80};
    String base64 = Base64.getMimeEncoder().encodeToString(bytes);
    ExecuteXml request =
        ExecuteXml.of("echo")
            .complex(
                "data", "mimeType=\"application/octet-stream\" encoding=\"base64\"", "\n" + base64);
    Answer inline = wps.execute(request.document("", "data mimeType=\"application/octet-stream\""));
    Answer raw = wps.execute(request.raw("data mimeType=\"application/octet-stream\""));

    String data = Answer.output("data") + "//wps:ComplexData";
    assertThat(inline.succeeded().value(data + "/@encoding")).isEqualTo("base64");
    assertThat(Base64.getMimeDecoder().decode(inline.value(data))).isEqualTo(bytes);
    assertThat(raw.bare().body()).isEqualTo(bytes);
    assertThat(raw.contentType()).isEqualTo("application/octet-stream");
  }

  @Test
  @Holds("B5.5")
  void brokenBase64IsRefused() {
    wps.execute(
            ExecuteXml.of("echo")
                .complex(
                    "data", "mimeType=\"application/octet-stream\" encoding=\"base64\"", "*!*"))
        .refused("InvalidParameterValue", "data", 400);
  }

  @Test
  @Holds({"B5.6", "X5", "B6.1"})
  void aBoundingBoxKeepsItsAxes() {
    Answer answer =
        wps.execute(kinds().box("box", "crs=\"urn:ogc:def:crs:EPSG::4326\"", "50 7", "51 8"));

    String box = Answer.output("box") + "//wps:BoundingBoxData";
    assertThat(answer.succeeded().value(box + "/ows:LowerCorner").trim())
        .matches("50(\\.0)? 7(\\.0)?");
    assertThat(answer.value(box + "/@crs")).isNotEmpty();
  }

  @Test
  @Holds({"B5.6", "X5"})
  void aBoundingBoxWithoutReferenceSystemHasTheDefault() {
    Answer without = wps.execute(kinds().box("box", "", "50 7", "51 8"));
    Answer with = wps.execute(kinds().box("box", "crs=\"EPSG:4326\"", "50 7", "51 8"));

    for (String part : new String[] {"@crs", "ows:LowerCorner", "ows:UpperCorner"}) {
      String path = Answer.output("box") + "//wps:BoundingBoxData/" + part;
      assertThat(without.succeeded().value(path)).isNotEmpty().isEqualTo(with.value(path));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "crs=\"EPSG:31467\", 50 7, 51 8",
    "crs=\"EPSG:4326\" dimensions=\"3\", 50 7, 51 8",
    "crs=\"EPSG:4326\", 50 7 1, 51 8",
    "crs=\"EPSG:4326\", 50 seven, 51 8",
    "crs=\"EPSG:4326\", 51 8, 50 7"
  })
  @Holds({"B5.6", "B7.InvalidParameterValue"})
  void boxesThatCannotBeAreRefused(String attributes, String lower, String upper) {
    wps.execute(kinds().box("box", attributes, lower, upper))
        .refused("InvalidParameterValue", "box", 400);
  }

  @Test
  @Holds({"B5.10", "B7.FileSizeExceeded", "X4"})
  void aComplexValueLargerThanDescribedIsRefused() {
    wps.execute(kinds().complex("small", "mimeType=\"text/plain\"", "x".repeat(MEGABYTE + 2)))
        .refused("FileSizeExceeded", "small", 413);
    wps.execute(kinds().complex("small", "mimeType=\"text/plain\"", "x".repeat(MEGABYTE - 10)))
        .succeeded();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "en"})
  @Holds("B5.11")
  void theLanguageIsThatOfTheAnswer(String language) {
    ExecuteXml request = ExecuteXml.of("echo").literal("text", "x");
    Answer xml = wps.execute(request.attributes("language=\"" + language + "\""));
    Answer kvp = wps.executeKvp("echo", "text=x", "language", language);

    assertThat(xml.succeeded().value("/*/@xml:lang")).isEqualTo("en-US");
    assertThat(kvp.succeeded().value("/*/@xml:lang")).isEqualTo("en-US");
  }

  @Test
  @Holds("B5.11")
  void anUnsupportedLanguageIsRefused() {
    wps.execute(ExecuteXml.of("echo").literal("text", "x").attributes("language=\"tlh\""))
        .refused("InvalidParameterValue", "language", 400);
  }
}
