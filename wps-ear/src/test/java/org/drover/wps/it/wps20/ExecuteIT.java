package org.drover.wps.it.wps20;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.drover.wps.it.Holds;
import org.drover.wps.it.SharedServer;
import org.drover.wps.it.client.Answer;
import org.drover.wps.it.client.DataServer;
import org.drover.wps.it.client.Execute20;
import org.drover.wps.it.client.Job20;
import org.drover.wps.it.client.WpsClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Execute: inputs, outputs, modes and refusals. */
@Tag("any-database")
@ExtendWith(SharedServer.class)
class ExecuteIT {

  private static final String DATA = "/wps2:Result/wps2:Output[@id='%s']/wps2:Data";

  private final WpsClient wps;
  private final DataServer data;

  ExecuteIT(WpsClient shared, DataServer data) {
    this.wps = shared.at("/wps/2.0.0");
    this.data = data;
  }

  private Answer execute(Execute20 request) {
    return wps.post(request.toString());
  }

  private static String data(Answer result, String output) {
    return result.ok().value(DATA.formatted(output));
  }

  @Test
  @Holds({"C4.2", "C4.10", "C7.1"})
  void aSynchronousDocumentIsAResultWithoutAJob() {
    Answer result = execute(Execute20.of("echo").data("text", "hello").output("text"));
    assertThat(data(result, "text")).isEqualTo("hello");
    assertThat(result.count("//wps2:JobID")).isZero();
  }

  @Test
  @Holds({"C4.2", "C4.3", "C5.6", "C7.1"})
  void anAsynchronousExecuteGivesAJobWhateverTheResponse() {
    Job20 document =
        Job20.start(wps, Execute20.of("echo").data("text", "hello").as("async", "document"));
    Job20 raw =
        Job20.start(
            wps, Execute20.of("echo").data("text", "hello").as("async", "raw").output("text"));

    Answer result = document.result();
    assertThat(data(result, "text")).isEqualTo("hello");
    assertThat(result.value("/wps2:Result/wps2:JobID")).isEqualTo(document.id());
    assertThat(raw.result().bare().text()).isEqualTo("hello");
    assertThat(raw.post("wps:GetResult").bare().text()).isEqualTo("hello");
  }

  @Test
  @Holds({"C4.1", "C4.2", "C4.4"})
  void theServerChoosesWhenItMay() {
    assertThat(data(execute(Execute20.of("echo").data("text", "a").as("auto", "document")), "text"))
        .isEqualTo("a");
    Answer stored = execute(Execute20.of("always-stored").data("text", "a").as("auto", "document"));
    assertThat(stored.ok().value("/wps2:StatusInfo/wps2:Status")).isEqualTo("Accepted");
    assertThat(data(execute(Execute20.of("echo").data("text", "a").attributes("")), "text"))
        .isEqualTo("a");
    execute(Execute20.of("echo").data("text", "a").as("now", "document"))
        .refused20("InvalidParameterValue", "mode", 400);
    execute(Execute20.of("echo").data("text", "a").as("sync", "all"))
        .refused20("InvalidParameterValue", "response", 400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|1500|1500.0",
        "mimeType='text/plain'|1.5@datatype=http://www.w3.org/2001/XMLSchema#double@uom=km|1500.0",
        "mimeType='text/xml'|<wps:LiteralValue uom='km'>1.5</wps:LiteralValue>|1500.0",
        "|<wps:LiteralValue dataType='http://www.w3.org/2001/XMLSchema#double'>7</wps:LiteralValue>|7.0",
        "mimeType='text/plain'|<wps:LiteralValue>7</wps:LiteralValue>|7.0"
      })
  @Holds({"C4.6", "C7.3"})
  void literalsComeInEitherForm(String attributes, String content, String number) {
    Answer result =
        execute(
            Execute20.of("echo")
                .data("number", attributes == null ? "" : attributes, content)
                .output("number"));
    assertThat(Double.parseDouble(data(result, "number"))).isEqualTo(Double.parseDouble(number));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|51.9,7.0,53.0,8.0,EPSG:4326",
        "mimeType='text/plain'|51.9,7.0,53.0,8.0,EPSG:4326,2",
        "mimeType='text/xml'|<ows:BoundingBox crs='EPSG:4326'><ows:LowerCorner>51.9 7.0"
            + "</ows:LowerCorner><ows:UpperCorner>53.0 8.0</ows:UpperCorner></ows:BoundingBox>"
      })
  @Holds("C4.7")
  void boxesComeInEitherForm(String attributes, String content) {
    Execute20 request =
        Execute20.of("echo").data("box", attributes == null ? "" : attributes, content);
    Answer result = execute(request.output("box"));
    String box = DATA.formatted("box") + "/ows2:BoundingBox";
    assertThat(result.ok().value(box + "/@crs")).isEqualTo("urn:ogc:def:crs:EPSG::4326");
    assertThat(result.value(box + "/ows2:LowerCorner")).isEqualTo("51.9 7.0");
    Answer text =
        execute(
            Execute20.of("echo")
                .data("box", attributes == null ? "" : attributes, content)
                .output("box", "mimeType=\"text/plain\""));
    assertThat(data(text, "box")).isEqualTo("51.9,7.0,53.0,8.0,urn:ogc:def:crs:EPSG::4326");
  }

  @Test
  @Holds({"C4.5", "C7.3"})
  void complexDataComesThroughAsItIs() {
    Answer xml =
        execute(Execute20.of("echo").data("data", "mimeType=\"text/xml\"", "<q xmlns=\"u\">x</q>"));
    assertThat(xml.ok().value(DATA.formatted("data") + "/*[local-name()='q']")).isEqualTo("x");
    Answer json =
        execute(
            Execute20.of("echo")
                .data("data", "mimeType=\"application/json\"", "{\"a\": \"&lt;&amp;\"}"));
    assertThat(data(json, "data")).isEqualTo("{\"a\": \"<&\"}");
    String bytes = Base64.getEncoder().encodeToString(new byte[] {0, 1, 2, (byte) 255});
    Answer binary =
        execute(
            Execute20.of("echo").data("data", "mimeType=\"image/png\" encoding=\"base64\"", bytes));
    assertThat(data(binary, "data")).isEqualTo(bytes);
    assertThat(binary.value(DATA.formatted("data") + "/@encoding")).isEqualTo("base64");
  }

  @Test
  @Holds("C4.5")
  void referencesAreFetchedWithTheirBodies() {
    Object plain = data.serve("/wps20/got.txt", "text/plain", "got");
    assertThat(
            data(
                execute(
                    Execute20.of("echo").reference("data", plain, "mimeType=\"text/plain\"", "")),
                "data"))
        .isEqualTo("got");

    Object echo = data.echo("/wps20/echo", "text/xml");
    Answer posted =
        execute(
            Execute20.of("echo")
                .reference("data", echo, "", "<wps:Body><q xmlns=\"u\">body</q></wps:Body>"));
    assertThat(posted.ok().value(DATA.formatted("data"))).contains("body");

    Object echoText = data.echo("/wps20/echo-text", "text/plain");
    Answer postedReference =
        execute(
            Execute20.of("echo")
                .reference(
                    "data",
                    echoText,
                    "mimeType=\"text/plain\"",
                    "<wps:BodyReference xlink:href=\"" + plain + "\"/>"));
    assertThat(data(postedReference, "data")).isEqualTo("got");

    Object number = data.serve("/wps20/number.txt", "text/plain", "42");
    assertThat(data(execute(Execute20.of("echo").reference("number", number, "", "")), "number"))
        .startsWith("42");
  }

  @Test
  @Holds({"C4.8", "C4.11"})
  void outputsComeInTheFormAskedFor() {
    Execute20 all = Execute20.of("echo").data("text", "a").data("number", "1");
    assertThat(execute(all).ok().values("/wps2:Result/wps2:Output/@id"))
        .containsExactly("text", "number");

    Answer xml =
        execute(Execute20.of("echo").data("number", "1").output("number", "mimeType=\"text/xml\""));
    String value = DATA.formatted("number") + "/wps2:LiteralValue";
    assertThat(xml.ok().value(value + "/@uom")).isEqualTo("m");
    assertThat(xml.value(value + "/@dataType"))
        .isEqualTo("http://www.w3.org/2001/XMLSchema#double");

    Answer raw =
        execute(
            Execute20.of("echo")
                .data("text", "a")
                .as("sync", "raw")
                .output("text", "mimeType=\"text/xml\""));
    assertThat(raw.ok().value("/wps2:LiteralValue")).isEqualTo("a");
    Answer plain = execute(Execute20.of("echo").data("text", "a").as("sync", "raw").output("text"));
    assertThat(plain.bare().contentType()).startsWith("text/plain");
    Answer json =
        execute(
            Execute20.of("echo")
                .data("data", "mimeType=\"application/json\"", "{}")
                .as("sync", "raw")
                .output("data"));
    assertThat(json.bare().contentType()).startsWith("application/json");
  }

  @Test
  @Holds({"C4.9", "C4.10"})
  void anOutputByReferenceIsKeptAndServed() {
    Answer result =
        execute(
            Execute20.of("echo").data("text", "kept").output("text", "transmission=\"reference\""));
    String href = result.ok().value("//wps2:Output/wps2:Reference/@xlink:href");
    assertThat(wps.get(href).text()).isEqualTo("kept");
    String job = result.value("/wps2:Result/wps2:JobID");
    assertThat(result.value("/wps2:Result/wps2:ExpirationDate")).endsWith("Z");
    assertThat(Job20.of(wps, job).ask("GetResult").ok().text()).isEqualTo(result.text());

    execute(
            Execute20.of("never-stored")
                .data("text", "a")
                .output("text", "transmission=\"reference\""))
        .refused20("StorageNotSupported", null, 400);
    assertThat(
            execute(
                    Execute20.of("echo")
                        .data("text", "raw")
                        .as("sync", "raw")
                        .output("text", "transmission=\"reference\""))
                .bare()
                .text())
        .isEqualTo("raw");
  }

  @Test
  @Holds({"C4.13", "C4.4", "C4.9"})
  void whatIsWrongWithARequestIsToldByCodeAndLocator() {
    execute(Execute20.of("nothing")).refused20("NoSuchProcess", "nothing", 400);
    execute(Execute20.of("always-stored").data("text", "a")).refused20("NoSuchMode", "mode", 400);
    execute(Execute20.of("echo").data("nothing", "a")).refused20("NoSuchInput", "nothing", 400);
    execute(Execute20.of("echo").data("text", "a").output("nothing"))
        .refused20("NoSuchOutput", "nothing", 400);
    execute(Execute20.of("echo").data("text", "a").data("text", "b"))
        .refused20("TooManyInputs", "text", 400);
    execute(Execute20.of("echo").data("text", "a").as("sync", "raw"))
        .refused20("TooManyOutputs", "text,number,data,box", 400);
    execute(Execute20.of("echo").data("number", "many")).refused20("WrongInputData", "number", 400);
    execute(Execute20.of("echo").data("box", "here")).refused20("WrongInputData", "box", 400);
    execute(Execute20.of("echo").data("data", "mimeType=\"image/gif\"", "x"))
        .refused20("NoSuchFormat", "data", 400);
    execute(Execute20.of("echo").data("text", "a").output("text", "mimeType=\"image/gif\""))
        .refused20("NoSuchFormat", "text", 400);
    execute(
            Execute20.of("echo")
                .reference("data", data.status("/wps20/gone", 404), "mimeType=\"text/plain\"", ""))
        .refused20("DataNotAccessible", "data", 400);
    execute(
            Execute20.of("kinds")
                .data("needed", "a")
                .data("small", "mimeType=\"text/plain\"", "x".repeat(1_100_000)))
        .refused20("SizeExceeded", "small", 400);
    execute(Execute20.of("kinds")).refused20("MissingParameterValue", "needed", 400);
    execute(Execute20.of("wait").data("seconds", "0").data("failAtStep", "1"))
        .refused20("NoApplicableCode", null, 500);
  }

  @Test
  @Holds("C7.2")
  void nestedInputsAndOutputsKeepTheirGroups() {
    Object remark = data.serve("/wps20/remark.txt", "text/plain", "seen");
    Execute20 request =
        Execute20.of("journey")
            .input("leg", leg("Bonn", "30", "<wps:Data>nice</wps:Data>"))
            .input(
                "leg",
                leg(
                    "Rome",
                    "1200",
                    "<wps:Reference xlink:href=\"" + remark + "\" mimeType=\"text/plain\"/>"));
    Answer result = execute(request);
    assertThat(data(result, "stations")).isEqualTo("Bonn4 Rome4");
    String sums = "/wps2:Result/wps2:Output[@id='sums']/wps2:Output[@id='%s']/wps2:Data";
    assertThat(result.value(sums.formatted("legs"))).isEqualTo("2");
    assertThat(Double.parseDouble(result.value(sums.formatted("length")))).isEqualTo(1230);

    Answer one =
        execute(request.raw("<wps:Output id=\"sums\"><wps:Output id=\"legs\"/></wps:Output>"));
    assertThat(one.ok().values("//wps2:Output/@id")).containsExactly("sums", "legs");

    Answer described =
        wps.query("service=WPS&version=2.0.0&request=DescribeProcess&identifier=journey").ok();
    assertThat(described.values("//wps2:Input[ows2:Identifier='leg']/wps2:Input/ows2:Identifier"))
        .containsExactly("to", "length", "remark");
    assertThat(
            described.values("//wps2:Output[ows2:Identifier='sums']/wps2:Output/ows2:Identifier"))
        .containsExactly("legs", "length");
  }

  @Test
  @Holds("C7.2")
  void whatIsWronglyNestedIsNamedByItsPath() {
    execute(Execute20.of("journey").input("leg", "<wps:Input id=\"x\"><wps:Data/></wps:Input>"))
        .refused20("NoSuchInput", "leg/x", 400);
    execute(Execute20.of("echo").input("text", "<wps:Input id=\"x\"><wps:Data/></wps:Input>"))
        .refused20("NoSuchInput", "text/x", 400);
    execute(
            Execute20.of("journey")
                .input("leg", leg("Bonn", "30", "<wps:Data>a</wps:Data>"))
                .raw("<wps:Output id=\"sums\"><wps:Output id=\"x\"/></wps:Output>"))
        .refused20("NoSuchOutput", "sums/x", 400);
    execute(Execute20.of("journey").input("leg", leg("Bonn", "far", "<wps:Data>a</wps:Data>")))
        .refused20("WrongInputData", "leg/length", 400);
  }

  private static String leg(String to, String length, String remark) {
    return "<wps:Input id=\"to\"><wps:Data>"
        + to
        + "</wps:Data></wps:Input><wps:Input id=\"length\"><wps:Data>"
        + length
        + "</wps:Data></wps:Input><wps:Input id=\"remark\">"
        + remark
        + "</wps:Input>";
  }
}
