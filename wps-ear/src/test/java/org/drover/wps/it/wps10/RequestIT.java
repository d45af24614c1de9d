package org.drover.wps.it.wps10;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
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

/** What any request has to have, and what becomes of one that has not. */
@ExtendWith(SharedServer.class)
@Tag("any-database")
class RequestIT {

  private static final ExecuteXml ECHO = ExecuteXml.of("echo").literal("text", "hello");

  private final WpsClient wps;

  RequestIT(WpsClient wps) {
    this.wps = wps;
  }

  @Test
  @Holds("B1.1")
  void executeWorksByGetAndByPost() {
    assertThat(wps.executeKvp("echo", "text=hello").succeeded().literal("text")).isEqualTo("hello");
    assertThat(wps.execute(ECHO).succeeded().literal("text")).isEqualTo("hello");
  }

  @Test
  @Holds("B1.2")
  void keywordsByPostAreRefused() {
    URI withQuery = URI.create(wps.address() + "?service=WPS&request=GetCapabilities");
    Answer empty = wps.send(HttpRequest.newBuilder(withQuery).POST(BodyPublishers.noBody()));
    Answer form =
        wps.post("service=WPS&request=GetCapabilities", "application/x-www-form-urlencoded");

    empty.refused("NoApplicableCode", null, 400);
    form.refused("NoApplicableCode", null, 415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SERVICE=WPS&REQUEST=GetCapabilities",
        "request=GetCapabilities&vendor=x&Service=WPS",
        "service=wps&request=getcapabilities",
        "&service=WPS&&request=GetCapabilities&"
      })
  @Holds("B1.3")
  void namesOfParametersHaveNoCaseAndNoOrder(String query) {
    wps.query(query).ok();
  }

  @Test
  @Holds("B1.3")
  void valuesHaveCase() {
    wps.query("service=WPS&version=1.0.0&request=DescribeProcess&identifier=Echo")
        .refused("InvalidParameterValue", "identifier", 400);
  }

  @ParameterizedTest
  @CsvSource({
    "request=GetCapabilities, service",
    "service=WPS, request",
    "'', service",
    "service=WPS&request=DescribeProcess&identifier=echo, version",
    "service=WPS&request=Execute&identifier=echo, version",
    "version=1.0.0&request=Execute&identifier=echo, service",
    "service=WPS&version=1.0.0&request=DescribeProcess, identifier"
  })
  @Holds({"B1.4", "B7.MissingParameterValue"})
  void aMissingParameterIsNamed(String query, String locator) {
    wps.query(query).refused("MissingParameterValue", locator, 400);
  }

  @ParameterizedTest
  @CsvSource({
    "service=WFS&request=GetCapabilities, service",
    "service=WPS&version=9.9.9&request=DescribeProcess&identifier=echo, version",
    "service=WPS&version=9.9.9&request=Execute&identifier=echo, version"
  })
  @Holds({"B1.4", "B7.InvalidParameterValue"})
  void aWrongParameterIsNamed(String query, String locator) {
    wps.query(query).refused("InvalidParameterValue", locator, 400);
  }

  @Test
  @Holds({"B1.4", "B7.OperationNotSupported"})
  void anUnknownOperationIsNotSupported() {
    wps.query("service=WPS&version=1.0.0&request=GetMap")
        .refused("OperationNotSupported", "GetMap", 501);
    wps.post("<w:GetMap service='WPS' version='1.0.0' xmlns:w='http://www.opengis.net/wps/1.0.0'/>")
        .refused("OperationNotSupported", "GetMap", 501);
  }

  @ParameterizedTest
  @ValueSource(strings = {"service", "version"})
  @Holds({"B1.4", "B1.7"})
  void aMissingAttributeIsNamed(String attribute) {
    wps.post(ECHO.toString().replaceFirst(" " + attribute + "=\"[^\"]*\"", ""))
        .refused("MissingParameterValue", attribute, 400);
  }

  @Test
  @Holds("B1.5")
  void everyErrorIsAReport() {
    Answer answer =
        wps.query("service=WPS&version=1.0.0&request=Execute&identifier=no%01%3Cprocess");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.document()).isPresent();
    assertThat(answer.count("//ows:Exception")).isPositive();
  }

  @Test
  @Holds({"B1.5", "X9"})
  void anUnknownAddressBelowIsAReportToo() {
    Answer answer = wps.get(wps.address() + "/no/such/thing");

    answer.refused("NoApplicableCode", null, 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/xml",
        "application/xml",
        "text/xml; charset=utf-8",
        "application/xml;charset=UTF-8",
        "application/vnd.something+xml"
      })
  @Holds("B1.6")
  void anyContentTypeOfXmlWillDo(String type) {
    wps.post(ECHO.toString(), type).succeeded();
  }

  @Test
  @Holds("B1.6")
  void noContentTypeAndAQueryOnTheUrlWillDoToo() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(wps.address() + "?service=WPS"))
            .POST(BodyPublishers.ofString(ECHO.toString()));

    assertThat(wps.send(request).succeeded().literal("text")).isEqualTo("hello");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<wps:Execute",
        "no XML at all",
        "<a><b></a></b>",
        "<Execute xmlns='http://example.org/other'/>",
        "<a/><b/>"
      })
  @Holds({"B1.7", "B7.NoApplicableCode"})
  void whatIsNotWellFormedOrNotOursIsRefused(String body) {
    wps.post(body).refused("NoApplicableCode", null, 400);
  }

  @Test
  @Holds("B1.7")
  void mismatchedTagsAreRefused() {
    wps.post(ECHO.toString().replace("</ows:Identifier>", "</ows:Identifeir>"))
        .refused("NoApplicableCode", null, 400);
  }

  @Test
  @Holds("B1.7")
  void elementsThatDoNotBelongThereAreRefused() {
    Answer answer = wps.post(ECHO.toString().replace("wps:DataInputs", "wps:DataIn"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.value("//ows:Exception/@exceptionCode"))
        .isIn("InvalidParameterValue", "NoApplicableCode");
  }

  @Test
  @Holds("B1.6")
  void prefixesDoNotMatter() {
    String request =
        "<Execute service='WPS' version='1.0.0' xmlns='http://www.opengis.net/wps/1.0.0'>"
            + "<Identifier xmlns='http://www.opengis.net/ows/1.1'>echo</Identifier><DataInputs>"
            + "<Input><Identifier xmlns='http://www.opengis.net/ows/1.1'>text</Identifier><Data>"
            + "<LiteralData>hello</LiteralData></Data></Input></DataInputs></Execute>";

    assertThat(wps.post(request).succeeded().literal("text")).isEqualTo("hello");
  }
}
