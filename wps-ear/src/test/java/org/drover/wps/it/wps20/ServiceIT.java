package org.drover.wps.it.wps20;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.drover.wps.it.Holds;
import org.drover.wps.it.SharedServer;
import org.drover.wps.it.client.Answer;
import org.drover.wps.it.client.Execute20;
import org.drover.wps.it.client.WpsClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GetCapabilities, DescribeProcess and how requests find their version. */
@Tag("any-database")
@ExtendWith(SharedServer.class)
class ServiceIT {

  private static final String SUMMARY =
      "/wps2:Capabilities/wps2:Contents/wps2:ProcessSummary[ows2:Identifier='%s']";

  private final WpsClient shared;
  private final WpsClient wps;

  ServiceIT(WpsClient shared) {
    this.shared = shared;
    this.wps = shared.at("/wps/2.0.0");
  }

  private Answer capabilities() {
    return wps.kvp("service", "WPS", "request", "GetCapabilities").ok();
  }

  private Answer describe(String identifiers) {
    return wps.kvp(
        "service",
        "WPS",
        "version",
        "2.0.0",
        "request",
        "DescribeProcess",
        "identifier",
        identifiers);
  }

  @Test
  @Holds({"C2.1", "C2.3", "C2.2"})
  void capabilitiesAreThoseOf20AndComplete() {
    Answer all =
        wps.query(
            "service=WPS&request=GetCapabilities&AcceptVersions=2.0.0&Sections=Contents"
                + "&AcceptLanguages=en&AcceptFormats=text/xml");
    assertThat(all.ok().value("/wps2:Capabilities/@version")).isEqualTo("2.0.0");
    assertThat(all.value("/wps2:Capabilities/@service")).isEqualTo("WPS");
    assertThat(all.count("/wps2:Capabilities/*")).isEqualTo(5);
    assertThat(all.value("//ows2:Languages/ows2:Language")).isEqualTo("en-US");
    wps.query("service=WPS&request=GetCapabilities&AcceptVersions=1.0.0")
        .refused20("VersionNegotiationFailed", null, 400);
  }

  @Test
  @Holds({"C2.4", "C2.5", "X1"})
  void everyProcessIsSummarizedWithHowItRuns() {
    Answer all = capabilities();
    String both = SUMMARY.formatted("echo");
    assertThat(all.value(both + "/@jobControlOptions"))
        .isEqualTo("sync-execute async-execute dismiss urn:drover:1.0:pause");
    assertThat(all.value(both + "/@outputTransmission")).isEqualTo("value reference");
    assertThat(all.value(both + "/@processModel")).isEqualTo("native");
    assertThat(all.value("local-name(" + both + "/*[1])")).isEqualTo("Title");
    assertThat(all.value(SUMMARY.formatted("never-stored") + "/@jobControlOptions"))
        .isEqualTo("sync-execute");
    assertThat(all.value(SUMMARY.formatted("always-stored") + "/@jobControlOptions"))
        .startsWith("async-execute");
    assertThat(all.value(SUMMARY.formatted("kinds") + "/@processVersion")).isEqualTo("1.2.3");
  }

  @Test
  @Holds({"C2.6", "C1.2"})
  void everyOperationIsListedWithTheBindingsItHas() {
    Answer all = capabilities();
    assertThat(all.values("//ows2:Operation/@name"))
        .containsExactly(
            "GetCapabilities",
            "DescribeProcess",
            "Execute",
            "GetStatus",
            "GetResult",
            "Dismiss",
            "Pause",
            "Resume");
    assertThat(all.count("//ows2:Operation/ows2:DCP/ows2:HTTP/ows2:Post")).isEqualTo(8);
    assertThat(all.values("//ows2:Operation[not(ows2:DCP/ows2:HTTP/ows2:Get)]/@name"))
        .containsExactly("Execute");
    String get = all.value("//ows2:Operation[1]//ows2:Get/@xlink:href");
    wps.get(get + "service=WPS&request=GetCapabilities").ok();
    wps.query("service=WPS&version=2.0.0&request=Execute&identifier=echo")
        .refused20("OperationNotSupported", "Execute", 501);
  }

  @Test
  @Holds({"C1.1", "C1.3"})
  void namesAndOperationsComeInAnyCaseAndServiceAndVersionAreNeeded() {
    wps.query("SERVICE=WPS&VERSION=2.0.0&ReQuEsT=describeprocess&IDENTIFIER=echo").ok();
    wps.query("version=2.0.0&request=DescribeProcess&identifier=echo")
        .refused20("MissingParameterValue", "service", 400);
    wps.query("service=WPS&request=DescribeProcess&identifier=echo")
        .refused20("MissingParameterValue", "version", 400);
    wps.query("service=WPS&version=2.0.2&request=DescribeProcess&identifier=echo")
        .refused20("InvalidParameterValue", "version", 400);
    wps.query("service=WPS&version=2.0.0&request=DescribeProcess&identifier=ECHO")
        .refused20("NoSuchProcess", "ECHO", 400);
  }

  @Test
  @Holds({"C1.4", "C1.5"})
  void extensionsArePassedOverAndErrorsAreReportsOfOws2() {
    String extension = "<wps:Extension><x:x xmlns:x=\"u\"><x:y/></x:x></wps:Extension>";
    wps.post(
            Execute20.document(
                "wps:DescribeProcess",
                "xml:lang=\"en-US\"",
                extension + "<ows:Identifier>echo</ows:Identifier>"))
        .ok();
    wps.post(Execute20.document("wps:GetStatus", "", extension))
        .refused20("MissingParameterValue", "JobID", 400);
    wps.post("<wps:Execute xmlns:wps=\"http://www.opengis.net/wps/2.0\"")
        .refused20("NoApplicableCode", null, 400);
    wps.get(wps.address() + "/nothing").refused20("NoApplicableCode", null, 404);
  }

  @Test
  @Holds({"C3.1", "C3.3"})
  void processesAreDescribedInTheOrderAskedFor() {
    assertThat(describe("echo,buffer").ok().values("//wps2:Process/ows2:Identifier"))
        .containsExactly("echo", "buffer");
    assertThat(describe("all").ok().count("//wps2:ProcessOffering"))
        .isEqualTo(capabilities().count("//wps2:ProcessSummary"));
    assertThat(
            wps.post(
                    Execute20.document(
                        "wps:DescribeProcess", "", "<ows:Identifier>ALL</ows:Identifier>"))
                .ok()
                .count("//wps2:ProcessOffering"))
        .isGreaterThan(5);
    describe("nothing,echo,nowhere").refused20("NoSuchProcess", "nothing,nowhere", 400);
    wps.query("service=WPS&version=2.0.0&request=DescribeProcess")
        .refused20("MissingParameterValue", "identifier", 400);
    assertThat(describe("echo").value("//wps2:ProcessOffering/@jobControlOptions"))
        .startsWith("sync-execute async-execute");
  }

  @Test
  @Holds("C3.2")
  void theLanguageIsThatAskedFor() {
    String query = "service=WPS&version=2.0.0&request=DescribeProcess&identifier=echo&lang=";
    assertThat(wps.query(query + "en").ok().value("//wps2:Process/@xml:lang")).isEqualTo("en-US");
    wps.query(query + "tlh,en-US").ok();
    wps.query(query + "tlh").refused20("InvalidParameterValue", "lang", 400);
  }

  @Test
  @Holds({"C3.4", "C3.5", "C3.10"})
  void inputsAndOutputsHaveOneDescriptionAndCardinalities() {
    Answer kinds = describe("kinds").ok();
    assertThat(kinds.count("//wps2:Input[@minOccurs and @maxOccurs]"))
        .isEqualTo(kinds.count("//wps2:Input"));
    String words = "//wps2:Input[ows2:Identifier='words']/";
    assertThat(kinds.value(words + "@minOccurs")).isEqualTo("0");
    assertThat(kinds.value(words + "@maxOccurs")).isEqualTo("3");
    assertThat(kinds.values("//wps2:Input/ows2:Identifier")).doesNotHaveDuplicates();
    assertThat(kinds.count("//wps2:Output")).isEqualTo(3);
  }

  @Test
  @Holds({"C3.6", "C3.7", "C3.8", "C3.9", "C3.11"})
  void dataIsDescribedByFormatsDomainsAndSystems() {
    Answer echo = describe("echo").ok();
    for (String kind : List.of("wps2:LiteralData", "wps2:ComplexData", "wps2:BoundingBoxData")) {
      assertThat(echo.count("//" + kind)).as(kind).isPositive();
      assertThat(echo.count("//" + kind + "[count(wps2:Format[@default='true'])=1]"))
          .as(kind)
          .isEqualTo(echo.count("//" + kind));
    }
    String number = "//wps2:Input[ows2:Identifier='number']/wps2:LiteralData/";
    assertThat(echo.count(number + "LiteralDataDomain")).isEqualTo(3);
    assertThat(echo.count(number + "LiteralDataDomain[@default='true']")).isEqualTo(1);
    assertThat(echo.value(number + "LiteralDataDomain[1]/ows2:DataType/@ows2:reference"))
        .isEqualTo("http://www.w3.org/2001/XMLSchema#double");
    assertThat(echo.value(number + "LiteralDataDomain[1]/ows2:UOM")).isEqualTo("m");
    assertThat(echo.values("//wps2:Input//wps2:SupportedCRS[@default='true']"))
        .containsExactly("EPSG:4326");
    assertThat(echo.value("//ows2:Metadata/@xlink:role")).endsWith("description/documentation");
    Answer wait = describe("wait").ok();
    assertThat(wait.value("//wps2:Input[1]//ows2:DefaultValue")).isEqualTo("10");
    assertThat(wait.count("//wps2:Output//ows2:DefaultValue")).isZero();
    assertThat(wait.value("//wps2:Input[1]//ows2:Range/ows2:MaximumValue")).isEqualTo("86400");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "request=GetCapabilities|1.0.0",
        "request=GetCapabilities&AcceptVersions=2.0.0,1.0.0|2.0.0",
        "request=GetCapabilities&version=2.0.0|2.0.0",
        "request=DescribeProcess&identifier=echo&version=2.0.0|",
        "request=DescribeProcess&identifier=echo&version=1.0.0|1.0.0"
      })
  @Holds({"C2.1", "B2.1"})
  void atTheCommonAddressTheVersionIsNegotiated(String query, String version) {
    Answer answer = shared.query("service=WPS&" + query).ok();
    assertThat(answer.value("/*/@version")).isEqualTo(version == null ? "" : version);
  }

  @Test
  @Holds("C1.2")
  void atTheCommonAddressOperationsAndDocumentsFindTheirVersion() {
    shared
        .query("service=WPS&request=GetStatus&jobid=1")
        .refused20("MissingParameterValue", "version", 400);
    shared.post(Execute20.of("echo").data("text", "hello").toString()).ok();
    Answer old = shared.query("service=WPS&request=Execute&identifier=echo");
    old.refused("MissingParameterValue", "version", 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GetCapabilities", "DescribeProcess&version=2.0.0&identifier=echo"})
  @Holds("X9")
  void documentsAreCachedAndCompressed(String request) {
    HttpRequest.Builder zipped =
        HttpRequest.newBuilder(wps.base().resolve("/wps/2.0.0?service=WPS&request=" + request))
            .header("Accept-Encoding", "gzip");
    Answer first = wps.send(zipped.GET());
    assertThat(first.header("Content-Encoding")).contains("gzip");
    Answer again =
        wps.send(
            zipped
                .setHeader("If-None-Match", first.header("ETag").orElseThrow())
                .method("GET", BodyPublishers.noBody()));
    assertThat(again.status()).isEqualTo(304);
  }
}
