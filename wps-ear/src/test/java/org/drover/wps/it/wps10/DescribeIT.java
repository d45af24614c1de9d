package org.drover.wps.it.wps10;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
class DescribeIT {

  private static final String QUERY = "service=WPS&version=1.0.0&request=DescribeProcess";

  private final WpsClient wps;

  DescribeIT(WpsClient wps) {
    this.wps = wps;
  }

  private Answer describe(String ids) {
    return wps.query(QUERY + "&identifier=" + ids).ok();
  }

  private static String input(String id) {
    return "//Input[ows:Identifier='" + id + "']";
  }

  private static String output(String id) {
    return "//Output[ows:Identifier='" + id + "']";
  }

  @Test
  @Holds({"B3.1", "B3.3"})
  void severalAreDescribedInTheOrderAskedFor() {
    Answer answer = describe("wait,echo,buffer");

    assertThat(answer.value("/wps:ProcessDescriptions/@service")).isEqualTo("WPS");
    assertThat(answer.value("/wps:ProcessDescriptions/@version")).isEqualTo("1.0.0");
    assertThat(answer.values("/wps:ProcessDescriptions/ProcessDescription/ows:Identifier"))
        .containsExactly("wait", "echo", "buffer");
  }

  @Test
  @Holds({"B3.1", "B1.1", "B1.6"})
  void postAsksByRepeatedIdentifiers() {
    Answer answer =
        wps.post(
                "<p:DescribeProcess service='WPS' version='1.0.0'"
                    + " xmlns:p='http://www.opengis.net/wps/1.0.0'"
                    + " xmlns:o='http://www.opengis.net/ows/1.1'><o:Identifier>wait</o:Identifier>"
                    + "<o:Identifier>echo</o:Identifier></p:DescribeProcess>")
            .ok();

    assertThat(answer.text()).isEqualTo(describe("wait,echo").text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ALL", "all", "All"})
  @Holds("B3.1")
  void allDescribesEveryProcess(String all) {
    int offered = wps.query("service=WPS&request=GetCapabilities").ok().count("//wps:Process");

    assertThat(describe(all).count("//ProcessDescription")).isEqualTo(offered);
  }

  @Test
  @Holds({"B3.2", "B7.InvalidParameterValue"})
  void anUnknownProcessIsRefused() {
    wps.query(QUERY + "&identifier=echo,nothing")
        .refused("InvalidParameterValue", "identifier", 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&identifier=", "&identifier=,"})
  @Holds({"B3.2", "B7.MissingParameterValue"})
  void noProcessIsRefused(String rest) {
    wps.query(QUERY + rest).refused("MissingParameterValue", "identifier", 400);
  }

  @Test
  @Holds("B3.4")
  void whatCanBeStoredIsToldTruthfully() {
    assertThat(describe("echo").values("//ProcessDescription/@storeSupported"))
        .containsExactly("true");
    assertThat(describe("echo").values("//ProcessDescription/@statusSupported"))
        .containsExactly("true");
    assertThat(describe("never-stored").values("//ProcessDescription/@storeSupported"))
        .isSubsetOf("false");
    assertThat(describe("never-stored").values("//ProcessDescription/@statusSupported"))
        .isSubsetOf("false");
  }

  @Test
  @Holds("B3.5")
  void everyInputTellsHowOften() {
    Answer answer = describe("ALL");
    int inputs = answer.count("//Input");

    assertThat(answer.values("//Input/@minOccurs"))
        .hasSize(inputs)
        .allMatch(it -> it.matches("\\d+"));
    assertThat(answer.values("//Input/@maxOccurs"))
        .hasSize(inputs)
        .allMatch(it -> it.matches("[1-9]\\d*"));
    assertThat(describe("kinds").value(input("words") + "/@maxOccurs")).isEqualTo("3");
    assertThat(describe("kinds").value(input("needed") + "/@minOccurs")).isEqualTo("1");
  }

  @Test
  @Holds({"B3.6", "X4"})
  void complexDataTellsItsFormatsAndSize() {
    Answer answer = describe("kinds");
    String data = input("small") + "/ComplexData";

    assertThat(answer.value(data + "/@maximumMegabytes")).isEqualTo("1");
    assertThat(answer.value(data + "/Default/Format/MimeType")).isEqualTo("text/plain");
    assertThat(answer.values(data + "/Supported/Format/MimeType"))
        .containsExactly("text/plain", "text/xml", "application/octet-stream");
    assertThat(answer.values(data + "/Supported/Format/Encoding")).containsExactly("base64");
  }

  @Test
  @Holds({"B3.7", "B3.10", "X4"})
  void literalDataTellsTypeUnitsValuesAndDefault() {
    Answer kinds = describe("kinds");
    Answer wait = describe("wait");

    assertThat(kinds.value(input("flag") + "/LiteralData/ows:DataType")).isEqualTo("boolean");
    assertThat(kinds.value(input("flag") + "/LiteralData/ows:DataType/@ows:reference"))
        .endsWith("boolean");
    assertThat(kinds.values(input("colour") + "/LiteralData/ows:AllowedValues/ows:Value"))
        .containsExactly("red", "green");
    assertThat(kinds.value(input("colour") + "/LiteralData/DefaultValue")).isEqualTo("green");
    String open = input("open") + "/LiteralData/ows:AllowedValues/ows:Range";
    assertThat(kinds.value(open + "/@ows:rangeClosure")).isEqualTo("closed-open");
    assertThat(kinds.value(open + "/ows:MinimumValue")).isEqualTo("0");
    assertThat(kinds.value(open + "/ows:MaximumValue")).isEqualTo("10");
    assertThat(kinds.value(input("spaced") + "//ows:Range/ows:Spacing")).isEqualTo("5");
    assertThat(kinds.count(input("needed") + "/LiteralData/ows:AnyValue")).isEqualTo(1);
    assertThat(wait.value(input("seconds") + "/LiteralData/UOMs/Default/ows:UOM")).isEqualTo("s");
    assertThat(wait.values(input("seconds") + "/LiteralData/UOMs/Supported/ows:UOM"))
        .contains("s", "ms", "min", "h");
    assertThat(wait.value(input("seconds") + "/LiteralData/DefaultValue")).startsWith("10");
    assertThat(wait.value(input("seconds") + "/@minOccurs")).isEqualTo("0");
  }

  @Test
  @Holds({"B3.8", "X4", "X5"})
  void boundingBoxesTellTheirReferenceSystems() {
    Answer answer = describe("kinds");
    String box = input("box") + "/BoundingBoxData";

    assertThat(answer.values(box + "/Supported/CRS"))
        .hasSize(2)
        .contains(answer.value(box + "/Default/CRS"));
  }

  @Test
  @Holds("B3.9")
  void everyProcessHasOutputsOfAKind() {
    Answer answer = describe("ALL");
    Answer kinds = describe("kinds");

    assertThat(answer.count("//ProcessDescription[not(ProcessOutputs/Output)]")).isZero();
    assertThat(answer.count("//Output[count(ComplexOutput|LiteralOutput|BoundingBoxOutput)!=1]"))
        .isZero();
    assertThat(kinds.value(output("day") + "/LiteralOutput/ows:DataType")).isEqualTo("date");
    assertThat(kinds.count(output("box") + "/BoundingBoxOutput")).isEqualTo(1);
    assertThat(describe("echo").count(output("data") + "/ComplexOutput")).isEqualTo(1);
  }

  @Test
  @Holds("B3.11")
  void theLanguageIsEchoed() {
    assertThat(wps.query(QUERY + "&identifier=echo&language=en-US").ok().value("/*/@xml:lang"))
        .isEqualTo("en-US");
    wps.query(QUERY + "&identifier=echo&language=tlh")
        .refused("InvalidParameterValue", "language", 400);
  }

  @Test
  @Holds("B2.8")
  void everyProcessInTheBoxIsExplained() {
    Answer answer = describe("echo,wait,buffer,zonal-statistics");

    for (String part : List.of("ows:Title", "ows:Abstract")) {
      assertThat(answer.values("//ProcessDescription/" + part)).hasSize(4).doesNotContain("");
    }
  }
}
