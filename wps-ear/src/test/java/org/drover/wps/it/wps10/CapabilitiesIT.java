package org.drover.wps.it.wps10;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.drover.wps.it.Holds;
import org.drover.wps.it.SharedServer;
import org.drover.wps.it.client.Answer;
import org.drover.wps.it.client.WpsClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedServer.class)
@Tag("any-database")
class CapabilitiesIT {

  private static final String QUERY = "service=WPS&request=GetCapabilities";

  private final WpsClient wps;

  CapabilitiesIT(WpsClient wps) {
    this.wps = wps;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/wps", "/wps/1.0.0"})
  @Holds({"B1.1", "B2.1", "B2.5", "B2.6", "B2.9"})
  void bothAddressesAnswerWithTheDocumentOf100(String path) {
    Answer answer = wps.at(path).query(QUERY).ok();

    assertThat(answer.value("/wps:Capabilities/@service")).isEqualTo("WPS");
    assertThat(answer.value("/wps:Capabilities/@version")).isEqualTo("1.0.0");
    assertThat(answer.value("/wps:Capabilities/@xml:lang")).isEqualTo("en-US");
    assertThat(answer.value("//ows:ServiceType")).isEqualTo("WPS");
    assertThat(answer.values("//ows:ServiceTypeVersion")).containsExactly("1.0.0");
    assertThat(answer.values("//wps:Languages/wps:Supported/ows:Language"))
        .contains(answer.value("//wps:Languages/wps:Default/ows:Language"));
  }

  @Test
  @Holds({"B1.1", "B1.6", "B2.1"})
  void itIsAnsweredByPostToo() {
    String request =
        "<GetCapabilities service='WPS' xmlns='http://www.opengis.net/wps/1.0.0'"
            + " xmlns:o='http://www.opengis.net/ows/1.1'><AcceptVersions>"
            + "<o:Version>3.0.0</o:Version><o:Version>1.0.0</o:Version></AcceptVersions>"
            + "</GetCapabilities>";

    assertThat(wps.post(request).ok().text()).isEqualTo(wps.query(QUERY).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0.0", "3.0.0,1.0.0", "1.0.0,2.0.0"})
  @Holds("B2.1")
  void theFirstSupportedVersionOfTheListWins(String versions) {
    assertThat(wps.query(QUERY + "&AcceptVersions=" + versions).ok().value("/*/@version"))
        .isEqualTo("1.0.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.0.0", "0.0.1", "3.0.0,0.0.1"})
  @Holds({"B2.1", "B7.VersionNegotiationFailed"})
  void noSupportedVersionInTheListIsRefused(String versions) {
    wps.query(QUERY + "&AcceptVersions=" + versions).refused("VersionNegotiationFailed", null, 400);
  }

  @Test
  @Holds("B2.2")
  void aVersionParameterIsAHint() {
    wps.query(QUERY + "&version=1.0.0").ok();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "en", "EN-us"})
  @Holds("B2.3")
  void aSupportedLanguageIsTheLanguageOfTheAnswer(String language) {
    assertThat(wps.query(QUERY + "&language=" + language).ok().value("/*/@xml:lang"))
        .isEqualTo("en-US");
  }

  @Test
  @Holds("B2.3")
  void anUnsupportedLanguageIsRefused() {
    wps.query(QUERY + "&language=tlh").refused("InvalidParameterValue", "language", 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sections=ServiceIdentification",
        "AcceptFormats=application/x-bxml",
        "acceptformats=text/xml",
        "updateSequence=0",
        "vendor=whatever"
      })
  @Holds({"B2.4", "B1.3"})
  void parametersOfOtherServicesChangeNothing(String parameter) {
    assertThat(wps.query(QUERY + "&" + parameter).ok().text()).isEqualTo(wps.query(QUERY).text());
  }

  @Test
  @Holds({"B2.4", "B7.InvalidUpdateSequence"})
  void anUpdateSequenceFromTheFutureIsRefused() {
    wps.query(QUERY + "&updateSequence=999999999999").refused("InvalidUpdateSequence", null, 400);
  }

  @Test
  @Holds({"B2.7", "B6.13"})
  void theAddressesItTellsWork() {
    Answer answer = wps.query(QUERY).ok();

    assertThat(answer.values("//ows:Operation/@name"))
        .containsExactlyInAnyOrder("GetCapabilities", "DescribeProcess", "Execute");
    for (String get : answer.values("//ows:Operation/ows:DCP/ows:HTTP/ows:Get/@xlink:href")) {
      assertThat(get).startsWith(wps.base().toString());
      wps.get(get + QUERY).ok();
    }
    for (String post : answer.values("//ows:Operation/ows:DCP/ows:HTTP/ows:Post/@xlink:href")) {
      assertThat(post).startsWith(wps.base().toString());
      assertThat(wps.get(post + "?" + QUERY).ok().text()).isEqualTo(answer.text());
    }
  }

  @Test
  @Holds("B2.7")
  void forwardingHeadersOfStrangersAreNotBelieved() {
    Answer answer =
        wps.send(
            HttpRequest.newBuilder(java.net.URI.create(wps.address() + "?" + QUERY))
                .header("X-Forwarded-Host", "evil.example.org")
                .header("X-Forwarded-Proto", "https"));

    assertThat(answer.ok().text()).doesNotContain("evil.example.org");
  }

  @Test
  @Holds({"B2.8", "X1"})
  void everyProcessHasIdentifierTitleAndVersion() {
    Answer answer = wps.query(QUERY).ok();
    int processes = answer.count("//wps:Process");

    assertThat(processes).isGreaterThan(10);
    assertThat(answer.count("//wps:Process/@wps:processVersion")).isEqualTo(processes);
    assertThat(answer.values("//wps:Process/ows:Title")).hasSize(processes).doesNotContain("");
    assertThat(answer.values("//wps:Process/ows:Identifier"))
        .doesNotHaveDuplicates()
        .contains("echo", "wait", "buffer", "centroid", "convex-hull", "simplify")
        .contains("intersection", "dissolve", "reproject", "area-length", "count-features")
        .contains("validate-repair", "zonal-statistics", "kinds");
  }

  @Test
  @Holds("X1")
  void theDescriptionTellsTheSameTitlesAndVersions() {
    Answer brief = wps.query(QUERY).ok();
    Answer full =
        wps.query("service=WPS&version=1.0.0&request=DescribeProcess&identifier=ALL").ok();

    for (String what : java.util.List.of("ows:Identifier", "ows:Title", "ows:Abstract")) {
      assertThat(full.values("/wps:ProcessDescriptions/ProcessDescription/" + what))
          .isEqualTo(brief.values("//wps:Process/" + what));
    }
    assertThat(full.values("//ProcessDescription/@wps:processVersion"))
        .isEqualTo(brief.values("//wps:Process/@wps:processVersion"));
  }
}
