package org.drover.wps.it.wps10;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.drover.wps.it.Holds;
import org.drover.wps.it.SharedServer;
import org.drover.wps.it.client.Answer;
import org.drover.wps.it.client.DataServer;
import org.drover.wps.it.client.WpsClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Execute written into a URL. */
@ExtendWith(SharedServer.class)
@Tag("any-database")
class KvpExecuteIT {

  private static final String START = "service=WPS&version=1.0.0&request=Execute&Identifier=";

  private final WpsClient wps;
  private final DataServer data;

  KvpExecuteIT(WpsClient wps, DataServer data) {
    this.wps = wps;
    this.data = data;
  }

  @Test
  @Holds({"B4.1", "B4.7", "B4.8", "B6.5"})
  void allParametersTogether() {
    Answer answer =
        wps.executeKvp(
            "echo",
            "text=hello;number=2@uom=km",
            "ResponseDocument",
            "text;number@uom=m",
            "storeExecuteResponse",
            "FALSE",
            "lineage",
            "True",
            "status",
            "false",
            "language",
            "en-US");

    assertThat(answer.succeeded().literal("text")).isEqualTo("hello");
    assertThat(Double.parseDouble(answer.literal("number"))).isEqualTo(2000);
    assertThat(answer.values("//wps:OutputDefinitions/wps:Output/ows:Identifier"))
        .containsExactly("text", "number");
    assertThat(answer.values("//wps:DataInputs/wps:Input/ows:Identifier"))
        .containsExactly("text", "number");
  }

  @Test
  @Holds({"B4.2", "B5.4"})
  void attributesOfLiteralsHaveNoCase() {
    Answer answer = wps.executeKvp("echo", "number=1500@UOM=m@dataType=double");

    assertThat(Double.parseDouble(answer.succeeded().literal("number"))).isEqualTo(1500);
  }

  @Test
  @Holds({"B4.2", "B5.5"})
  void complexDataHasFormats() {
    Answer answer = wps.executeKvp("echo", "data={\"a\": [1, 2]}@mimeType=application/json");

    assertThat(answer.succeeded().value(Answer.output("data") + "//wps:ComplexData"))
        .contains("\"a\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"@xlink:href=", "@href=", "@XLINK:HREF="})
  @Holds({"B4.2", "B5.8"})
  void referencesAreFetched(String attribute) {
    String href = data.serve("/kvp.txt", "text/plain", "far away").toString();
    Answer answer =
        wps.executeKvp(
            "echo",
            "data="
                + attribute
                + URLEncoder.encode(href, StandardCharsets.UTF_8)
                + "@method=GET@mimeType=text/plain");

    assertThat(answer.succeeded().value(Answer.output("data") + "//wps:ComplexData"))
        .contains("far away");
  }

  @Test
  @Holds("B4.3")
  void encodedSeparatorsAreData() {
    Answer answer = wps.query(START + "echo&DataInputs=text=a%3Bb%40c%3Dd%26e%2Bf%25g%20h");

    assertThat(answer.succeeded().literal("text")).isEqualTo("a;b@c=d&e+f%g h");
  }

  @Test
  @Holds("B4.3")
  void anAddressInsideOfAValueKeepsItsOwnEncoding() {
    data.serve("/chained", "text/plain", "chained");
    String href = data.at("127.0.0.1", "/chained?q=a%2520b%3Bc").toString();
    wps.query(
            START
                + "echo&DataInputs=data=@href="
                + URLEncoder.encode(href, StandardCharsets.UTF_8)
                + "@mimeType=text/plain")
        .succeeded();

    assertThat(data.seen("/chained").get(0).path()).isEqualTo("/chained?q=a%2520b%3Bc");
  }

  @Test
  @Holds("B4.4")
  void squareBracketsAreTolerated() {
    Answer answer =
        wps.executeKvp("echo", "[text=hello;number=1]", "ResponseDocument", "[text;number]");

    assertThat(answer.succeeded().literal("text")).isEqualTo("hello");
    assertThat(answer.count("//wps:ProcessOutputs/wps:Output")).isEqualTo(2);
  }

  @Test
  @Holds({"B4.5", "X5"})
  void aBoundingBoxIsCornersReferenceSystemAndDimensions() {
    Answer answer = wps.executeKvp("echo", "box=46,102,47,103,urn:ogc:def:crs:EPSG:6.6:4326,2");

    String box = Answer.output("box") + "//wps:BoundingBoxData";
    assertThat(answer.succeeded().value(box + "/ows:LowerCorner").trim())
        .matches("46(\\.0)? 102(\\.0)?");
    assertThat(answer.value(box + "/ows:UpperCorner").trim()).matches("47(\\.0)? 103(\\.0)?");
    assertThat(answer.value(box + "/@crs")).contains("4326");
  }

  @Test
  @Holds({"B4.6", "B5.3"})
  void aRepeatedNameIsARepeatedInput() {
    Answer answer = wps.executeKvp("kinds", "needed=x;words=c;words=a;words=b");

    assertThat(answer.succeeded().literal("got")).startsWith("x|[c, a, b]|");
  }

  @Test
  @Holds({"B4.7", "B6.1"})
  void rawDataOutputIsBare() {
    Answer answer =
        wps.executeKvp(
            "echo", "data=<a/>@mimeType=text/xml", "RawDataOutput", "data@mimeType=text/xml");

    assertThat(answer.bare().text()).contains("<a/>").doesNotContain("wps:");
    assertThat(answer.contentType()).startsWith("text/xml");
  }

  @Test
  @Holds({"B4.7", "B6.9"})
  void outputsCanBeAskedForAsReference() {
    Answer answer =
        wps.executeKvp(
            "echo",
            "data=kept@mimeType=text/plain",
            "ResponseDocument",
            "data=@mimeType=text/plain@asReference=true",
            "storeExecuteResponse",
            "false");

    String href = answer.succeeded().value(Answer.output("data") + "/wps:Reference/@href");
    assertThat(wps.get(href).bare().text()).isEqualTo("kept");
  }

  @Test
  @Holds("B4.7")
  void bothResponseFormsAtOnceAreRefused() {
    Answer answer =
        wps.executeKvp("echo", "text=x", "ResponseDocument", "text", "RawDataOutput", "text");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.value("//ows:Exception/@exceptionCode")).isEqualTo("InvalidParameterValue");
  }

  @Test
  @Holds({"B4.7", "B6.2"})
  void withoutAResponseFormAllOutputsCome() {
    Answer answer = wps.executeKvp("echo", "text=x;number=1").succeeded();

    assertThat(answer.values("//wps:ProcessOutputs/wps:Output/ows:Identifier"))
        .contains("text", "number");
  }

  @Test
  @Holds({"B4.8", "B7.InvalidParameterValue"})
  void aSwitchIsTrueOrFalse() {
    wps.executeKvp("echo", "text=x", "lineage", "perhaps")
        .refused("InvalidParameterValue", "lineage", 400);
  }

  @Test
  @Holds({"B4.8", "B6.6"})
  void withStoreTheAnswerHasAPlaceOfItsOwn() {
    Answer answer =
        wps.executeKvp("echo", "text=x", "storeExecuteResponse", "TRUE", "status", "true");

    assertThat(answer.ok().value("/wps:ExecuteResponse/@statusLocation")).startsWith("http");
  }
}
