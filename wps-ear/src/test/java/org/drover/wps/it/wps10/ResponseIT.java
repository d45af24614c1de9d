package org.drover.wps.it.wps10;

import static org.assertj.core.api.Assertions.assertThat;

import org.drover.wps.it.Holds;
import org.drover.wps.it.SharedServer;
import org.drover.wps.it.client.Answer;
import org.drover.wps.it.client.DataServer;
import org.drover.wps.it.client.ExecuteXml;
import org.drover.wps.it.client.JobClient;
import org.drover.wps.it.client.WpsClient;
import org.drover.wps.web.ows.OgcSchemas;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Execute answers with while the client waits. */
@ExtendWith(SharedServer.class)
@Tag("any-database")
class ResponseIT {

  private static final String GEOJSON = "application/geo+json";
  private static final String POINT =
      "<![CDATA[{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
          + "{\"n\":\"a<b&c\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[7,50]}}]}]]>";

  private final WpsClient wps;
  private final DataServer data;

  ResponseIT(WpsClient wps, DataServer data) {
    this.wps = wps;
    this.data = data;
  }

  private static ExecuteXml echo() {
    return ExecuteXml.of("echo")
        .literal("text", "hello")
        .literal("number", 5)
        .complex("data", "mimeType=\"text/plain\"", "plain text")
        .box("box", "crs=\"EPSG:4326\"", "50 7", "51 8");
  }

  private static ExecuteXml centroid() {
    return ExecuteXml.of("centroid").complex("features", "mimeType=\"" + GEOJSON + "\"", POINT);
  }

  @Test
  @Holds({"B6.1", "X6"})
  void aRawComplexOutputIsTheBytes() {
    Answer answer = wps.execute(echo().raw("data mimeType=\"text/plain\""));

    assertThat(answer.bare().text()).isEqualTo("plain text");
    assertThat(answer.contentType()).matches("text/plain; ?charset=(?i:utf-8)");
  }

  @Test
  @Holds("B6.1")
  void aRawLiteralOutputIsPlainText() {
    Answer answer = wps.execute(echo().raw("text"));

    assertThat(answer.bare().text()).isEqualTo("hello");
    assertThat(answer.contentType()).matches("text/plain; ?charset=(?i:utf-8)");
  }

  @Test
  @Holds({"B6.1", "X5"})
  void aRawBoxOutputIsXml() {
    Answer answer = wps.execute(echo().raw("box"));

    assertThat(answer.bare().contentType()).startsWith("text/xml");
    assertThat(OgcSchemas.valid(answer.body()).getDocumentElement().getLocalName())
        .isEqualTo("BoundingBox");
  }

  @Test
  @Holds({"B6.1", "B6.12"})
  void aRawRunThatFailsIsAReport() {
    Answer answer =
        wps.execute(
            ExecuteXml.of("wait")
                .literal("seconds", 0)
                .literal("steps", 2)
                .literal("failAtStep", 1)
                .raw("steps"));

    answer.refused("NoApplicableCode", null, 500);
  }

  @Test
  @Holds("B6.12")
  void aRunThatFailsIsToldInTheDocument() {
    Answer answer =
        wps.execute(
            ExecuteXml.of("wait")
                .literal("seconds", 0)
                .literal("steps", 2)
                .literal("failAtStep", 1));

    assertThat(answer.ok().state()).isEqualTo("ProcessFailed");
    assertThat(answer.value("//wps:ProcessFailed//ows:ExceptionText")).contains("failAtStep");
  }

  @Test
  @Holds("B6.2")
  void onlyTheOutputsAskedForCome() {
    Answer answer = wps.execute(echo().document("", "number", "text"));

    assertThat(answer.succeeded().values("//wps:ProcessOutputs/wps:Output/ows:Identifier"))
        .containsExactlyInAnyOrder("number", "text");
  }

  @Test
  @Holds({"B6.2", "B6.3"})
  void anOutputThatWasNotMadeIsLeftOutAndTheResponseStaysValid() {
    ExecuteXml request = ExecuteXml.of("echo").literal("number", 1);

    assertThat(wps.execute(request.document("", "text")).succeeded().count("//wps:Output"))
        .isZero();
    assertThat(
            JobClient.start(wps, request.async("text"))
                .awaitEnd()
                .succeeded()
                .count("//wps:Output"))
        .isZero();
  }

  @Test
  @Holds("B6.2")
  void anEmptyResponseDocumentMeansAllOutputs() {
    assertThat(
            wps.execute(echo().document("lineage=\"false\""))
                .succeeded()
                .count("//wps:ProcessOutputs/wps:Output"))
        .isEqualTo(4);
  }

  @Test
  @Holds("B6.2")
  void theClientsTitleAndAbstractReplaceOurs() {
    Answer answer =
        wps.execute(
            echo()
                .form(
                    "<wps:ResponseDocument><wps:Output><ows:Identifier>text</ows:Identifier>"
                        + "<ows:Title>My title</ows:Title><ows:Abstract>My words</ows:Abstract>"
                        + "</wps:Output></wps:ResponseDocument>"));

    assertThat(answer.succeeded().value(Answer.output("text") + "/ows:Title"))
        .isEqualTo("My title");
    assertThat(answer.value(Answer.output("text") + "/ows:Abstract")).isEqualTo("My words");
  }

  @Test
  @Holds({"B6.3", "B6.13"})
  void theResponseTellsWhatRanAndWhere() {
    Answer answer = wps.execute(ExecuteXml.of("kinds").literal("needed", "x")).succeeded();

    assertThat(answer.value("/wps:ExecuteResponse/@service")).isEqualTo("WPS");
    assertThat(answer.value("/wps:ExecuteResponse/@version")).isEqualTo("1.0.0");
    assertThat(answer.value("//wps:Process/@wps:processVersion")).isEqualTo("1.2.3");
    assertThat(answer.value("//wps:Status/@creationTime")).matches("\\d{4}-.*T.*Z");
    wps.get(answer.value("/wps:ExecuteResponse/@serviceInstance")).ok();
  }

  @Test
  @Holds("B6.5")
  void lineageRepeatsWhatWasReceived() {
    Object href = data.serve("/lineage.txt", "text/plain", "far");
    Answer answer =
        wps.execute(
            ExecuteXml.of("echo")
                .literal("number", "2", "uom=\"km\"")
                .box("box", "crs=\"EPSG:4326\" dimensions=\"2\"", "50 7", "51 8")
                .reference("data", href, "mimeType=\"text/plain\"")
                .document("lineage=\"true\"", "number uom=\"m\"", "data"));

    String input = "//wps:DataInputs/wps:Input[ows:Identifier='%s']";
    assertThat(answer.succeeded().value(input.formatted("number") + "//wps:LiteralData"))
        .isEqualTo("2");
    assertThat(answer.value(input.formatted("number") + "//wps:LiteralData/@uom")).isEqualTo("km");
    assertThat(answer.value(input.formatted("box") + "//ows:LowerCorner"))
        .matches("50(\\.0)? 7(\\.0)?");
    assertThat(answer.value(input.formatted("data") + "/wps:Reference/@xlink:href"))
        .isEqualTo(href.toString());
    assertThat(answer.values("//wps:OutputDefinitions/wps:Output/ows:Identifier"))
        .containsExactly("number", "data");
  }

  @Test
  @Holds("B6.5")
  void lineageRepeatsComplexDataInside() {
    Answer answer =
        wps.execute(
            ExecuteXml.of("echo")
                .complex("data", "mimeType=\"text/xml\"", "<a xmlns=\"u:x\">b</a>")
                .document("lineage=\"true\""));

    assertThat(answer.succeeded().value("//wps:DataInputs//wps:ComplexData/*[local-name()='a']"))
        .isEqualTo("b");
  }

  @Test
  @Holds("B6.5")
  void withoutLineageNothingIsRepeated() {
    Answer answer = wps.execute(echo().document("lineage=\"false\"")).succeeded();

    assertThat(answer.count("//wps:DataInputs|//wps:OutputDefinitions")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {GEOJSON, "application/gml+xml; version=3.2"})
  @Holds({"B6.10", "X4"})
  void theFormatOfAnOutputIsTheClientsChoice(String type) {
    Answer raw = wps.execute(centroid().raw("result mimeType=\"" + type + "\""));
    Answer document = wps.execute(centroid().document("", "result mimeType=\"" + type + "\""));

    assertThat(raw.bare().contentType()).startsWith(type.substring(0, 15));
    assertThat(document.succeeded().value(Answer.output("result") + "//wps:ComplexData/@mimeType"))
        .isEqualTo(type);
  }

  @Test
  @Holds({"B6.10", "B7.InvalidParameterValue"})
  void formatsUnitsAndOutputsNotOfferedAreRefused() {
    wps.execute(echo().document("", "data mimeType=\"image/jpeg\""))
        .refused("InvalidParameterValue", "data", 400);
    wps.execute(echo().raw("data mimeType=\"image/jpeg\""))
        .refused("InvalidParameterValue", "data", 400);
    wps.execute(echo().document("", "number uom=\"parsec\""))
        .refused("InvalidParameterValue", "number", 400);
    wps.execute(echo().document("", "nothing")).refused("InvalidParameterValue", "nothing", 400);
    wps.execute(echo().raw("nothing")).refused("InvalidParameterValue", "nothing", 400);
  }

  @Test
  @Holds("B6.11")
  void xmlIsChildElementsAndTextIsEscaped() {
    Answer xml =
        wps.execute(
            centroid().document("", "result mimeType=\"application/gml+xml; version=3.2\""));
    Answer json = wps.execute(centroid().document("", "result mimeType=\"" + GEOJSON + "\""));

    String inside = Answer.output("result") + "//wps:ComplexData";
    assertThat(xml.succeeded().count(inside + "/*")).isEqualTo(1);
    assertThat(json.succeeded().count(inside + "/*")).isZero();
    assertThat(json.value(inside)).contains("a<b&c").contains("FeatureCollection");
  }

  @Test
  @Holds({"B6.8", "B7.StorageNotSupported"})
  void whatIsNotStoredCannotBeStored() {
    ExecuteXml request = ExecuteXml.of("never-stored").literal("text", "x");

    wps.execute(request.document("storeExecuteResponse=\"true\""))
        .refused("StorageNotSupported", null, 400);
    wps.execute(request.document("", "text asReference=\"true\""))
        .refused("StorageNotSupported", null, 400);
    wps.execute(request.document("")).succeeded();
  }

  @Test
  @Holds("B6.9")
  void aSynchronousOutputByReferenceCanBeFetched() {
    Answer answer =
        wps.execute(
            echo()
                .document(
                    "",
                    "data mimeType=\"text/plain\" asReference=\"true\"",
                    "text asReference=\"true\""));

    String reference = Answer.output("data") + "/wps:Reference";
    assertThat(answer.succeeded().value(reference + "/@mimeType")).isEqualTo("text/plain");
    Answer file = wps.get(answer.value(reference + "/@href"));
    assertThat(file.bare().text()).isEqualTo("plain text");
    assertThat(file.contentType()).startsWith("text/plain");
    assertThat(wps.get(answer.value(Answer.output("text") + "/wps:Reference/@href")).bare().text())
        .isEqualTo("hello");
  }

  @Test
  @Holds({"B6.7", "B7.InvalidParameterValue"})
  void statusWithoutStoreIsRefused() {
    wps.execute(echo().document("status=\"true\"")).refused("InvalidParameterValue", "status", 400);
  }

  @Test
  @Holds("X2")
  void jobsHaveNamesNobodyCanGuess() {
    String one = JobClient.start(wps, echo().async()).location().toString();
    String two = JobClient.start(wps, echo().async()).location().toString();

    assertThat(one)
        .matches(".*[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    assertThat(two).isNotEqualTo(one);
    Answer unknown = wps.get(one.substring(0, one.length() - 12) + "000000000000");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.value("//ows:Exception/@exceptionCode")).isEqualTo("InvalidParameterValue");
  }

  @Test
  @Holds("B7.NoApplicableCode")
  void aRunWithoutAnythingToDoIsExplained() {
    Answer answer = wps.execute(ExecuteXml.of("echo"));

    answer.refused("InvalidParameterValue", "text", 400);
  }
}
