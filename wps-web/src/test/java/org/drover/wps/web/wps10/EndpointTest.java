package org.drover.wps.web.wps10;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.drover.wps.catalogue.CallerCatalogue;
import org.drover.wps.data.Content;
import org.drover.wps.data.DeclaredFormat;
import org.drover.wps.data.Input;
import org.drover.wps.data.InputValue;
import org.drover.wps.data.Output;
import org.drover.wps.data.OutputRequest;
import org.drover.wps.data.OutputValue;
import org.drover.wps.error.Fault;
import org.drover.wps.error.ServerBusyException;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.EstimateJob;
import org.drover.wps.execution.ExecuteAnswer;
import org.drover.wps.execution.GetStatus;
import org.drover.wps.execution.JobEstimate;
import org.drover.wps.execution.JobView;
import org.drover.wps.execution.forecast.Outlook;
import org.drover.wps.execution.forecast.SeenRuns;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.execution.request.Mode;
import org.drover.wps.job.Job;
import org.drover.wps.job.JobFailure;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobStatus;
import org.drover.wps.job.JobTerms;
import org.drover.wps.output.StoredOutput;
import org.drover.wps.process.Estimate;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.LiteralType;
import org.drover.wps.security.Caller;
import org.drover.wps.security.ProcessAccess;
import org.drover.wps.web.ows.Demo;
import org.drover.wps.web.ows.FakeCore;
import org.drover.wps.web.ows.FakeHttp;
import org.drover.wps.web.ows.OgcSchemas;
import org.drover.wps.web.ows.WpsEndpoints;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The whole protocol over fake HTTP and a fake core; every XML answer is validated. */
class EndpointTest {

  private static final String OWS = "http://www.opengis.net/ows/1.1";
  private static final String WPS = "http://www.opengis.net/wps/1.0.0";
  private static final Instant CREATED = Instant.parse("2026-11-21T20:00:00.123456Z");
  private static final JobId JOB =
      JobId.parse("00000000-0000-4000-8000-000000000001").orElseThrow();

  @TempDir private Path folder;
  private FakeCore core;
  private JobView stored;
  private JobEstimate estimate;
  private WpsEndpoints server;

  @BeforeEach
  void start() {
    core = new FakeCore(folder);
    GetStatus status =
        new GetStatus() {
          @Override
          public JobView get(JobId id, Caller caller) {
            if (stored == null || !id.equals(JOB)) {
              throw new WpsException(Fault.NO_SUCH_JOB, id.toString(), "There is no such job.");
            }
            return stored;
          }
        };
    EstimateJob estimates =
        new EstimateJob() {
          @Override
          public JobEstimate estimate(ExecuteRequest request, Caller caller) {
            core.asked = request;
            return estimate;
          }
        };
    server =
        new WpsEndpoints(
            new Wps10Protocol(
                new CallerCatalogue(Demo.catalogue(), new ProcessAccess()),
                new Wps10Protocol.Core(core, estimates, status),
                Clock.fixed(CREATED, ZoneOffset.UTC)));
  }

  private FakeHttp send(FakeHttp http) {
    server.send(http);
    return http;
  }

  private FakeHttp get(String query) {
    return send(FakeHttp.get("", query));
  }

  private FakeHttp post(String xml) {
    return send(FakeHttp.post("", xml));
  }

  private static Document valid(FakeHttp http) {
    assertThat(http.responseHeaders).containsEntry("Content-Type", "text/xml; charset=UTF-8");
    return OgcSchemas.valid(http.sent.toByteArray());
  }

  private static void assertException(FakeHttp http, int status, String code, String locator) {
    Element exception = (Element) valid(http).getElementsByTagNameNS(OWS, "Exception").item(0);
    assertThat(exception.getAttribute("exceptionCode")).as(http.text()).isEqualTo(code);
    assertThat(exception.hasAttribute("locator") ? exception.getAttribute("locator") : null)
        .isEqualTo(locator);
    assertThat(http.status).isEqualTo(status);
    assertThat(http.responseHeaders).containsEntry("Cache-Control", "no-store");
  }

  private static String execute(String inputs, String form) {
    return "<wps:Execute service='WPS' version='1.0.0' xmlns:wps='"
        + WPS
        + "' xmlns:ows='"
        + OWS
        + "' xmlns:xlink='http://www.w3.org/1999/xlink'><ows:Identifier>demo</ows:Identifier>"
        + inputs
        + form
        + "</wps:Execute>";
  }

  private static ExecuteAnswer finished(ExecuteRequest request, Output... outputs) {
    return new ExecuteAnswer.Finished(Demo.ALL, request, List.of(outputs), () -> {});
  }

  private static Output output(String id, OutputValue value) {
    return new Output(id, OutputRequest.of(id), value);
  }

  private static OutputValue complex(Format format, String text) {
    return new OutputValue.Complex(format, new Content.InMemory(text.getBytes(UTF_8)));
  }

  // GetCapabilities

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "service=WPS&request=GetCapabilities",
        "SERVICE=wps&REQUEST=getcapabilities&VERSION=1.0.0",
        "service=WPS&request=GetCapabilities&AcceptVersions=3.0.0,1.0.0",
        "service=WPS&request=GetCapabilities&AcceptVersions=1.0.0&version=9.9.9",
        "service=WPS&request=GetCapabilities&language=en-US&Sections=x&AcceptFormats=app/x-bxml",
        "service=WPS&request=GetCapabilities&language=en&updateSequence=7&vendor=%41",
        "service=WPS&request=GetCapabilities&updateSequence=abc&service=WPS"
      })
  void capabilitiesAreComplete(String query) {
    Document document = valid(get(query));
    assertThat(document.getDocumentElement().getAttribute("updateSequence")).isEqualTo("7");
    assertThat(document.getElementsByTagNameNS(WPS, "Process").getLength()).isEqualTo(3);
    Element post = (Element) document.getElementsByTagNameNS(OWS, "Post").item(0);
    assertThat(post.getAttributeNS("http://www.w3.org/1999/xlink", "href"))
        .isEqualTo("http://127.0.0.1:8080/wps/1.0.0");
  }

  // Nested data, for which this version has no words

  @Test
  void aProcessWithNestedInputsIsNotOffered() {
    assertThat(get("service=WPS&request=GetCapabilities").text()).doesNotContain("nested-in");
    String describe = "service=WPS&version=1.0.0&request=DescribeProcess&identifier=";
    valid(get(describe + "ALL"));
    assertException(get(describe + "nested-in"), 400, "InvalidParameterValue", "identifier");
    assertException(
        get("service=WPS&version=1.0.0&request=Execute&identifier=nested-in"),
        400,
        "InvalidParameterValue",
        "Identifier");
  }

  @Test
  void nestedOutputsAreNamedByTheirPaths() {
    Document described =
        valid(get("service=WPS&version=1.0.0&request=DescribeProcess&identifier=nested-out"));
    assertThat(described.getElementsByTagNameNS(OWS, "Identifier").item(1).getTextContent())
        .isEqualTo("figures/text");
    core.answer =
        request ->
            new ExecuteAnswer.Finished(
                Demo.NESTED_OUT,
                request,
                List.of(
                    output(
                        "figures/text",
                        new OutputValue.Literal("3", LiteralType.STRING, Optional.empty()))),
                () -> {});
    String execute = "service=WPS&version=1.0.0&request=Execute&identifier=nested-out";
    assertThat(valid(get(execute)).getElementsByTagNameNS(OWS, "Title").item(1).getTextContent())
        .isEqualTo("Text");
    assertThat(get(execute + "&RawDataOutput=figures").text()).isEqualTo("3");
  }

  @Test
  void aRawOutputThatIsNotOneIsRefused() {
    String execute = "service=WPS&version=1.0.0&request=Execute&identifier=demo&RawDataOutput=sum";
    core.answer = EndpointTest::finished;
    assertException(get(execute), 400, "InvalidParameterValue", "sum");
    OutputValue sum = new OutputValue.Literal("3", LiteralType.DOUBLE, Optional.empty());
    core.answer = request -> finished(request, output("sum", sum), output("sum", sum));
    assertException(get(execute), 400, "InvalidParameterValue", "RawDataOutput");
  }

  @Test
  void capabilitiesComeByPostToo() {
    String head =
        "<wps:GetCapabilities xmlns:wps='" + WPS + "' xmlns:ows='" + OWS + "' service='WPS'";
    valid(post(head + "/>"));
    valid(
        send(
            FakeHttp.post(
                "/1.0.0",
                head
                    + "><wps:AcceptVersions><ows:Version>2.0.0</ows:Version>"
                    + "<ows:Version>1.0.0</ows:Version></wps:AcceptVersions></wps:GetCapabilities>")));
    assertException(
        post(
            head
                + "><wps:AcceptVersions><ows:Version>3.0.0</ows:Version></wps:AcceptVersions>"
                + "</wps:GetCapabilities>"),
        400,
        "VersionNegotiationFailed",
        null);
  }

  @Test
  void aDocumentTheClientHasIsNotSentAgain() {
    FakeHttp first = get("service=WPS&request=GetCapabilities");
    String tag = first.responseHeaders.get("ETag");
    FakeHttp second =
        send(FakeHttp.get("", "service=WPS&request=GetCapabilities").with("If-None-Match", tag));
    assertThat(second.status).isEqualTo(304);
    assertThat(second.text()).isEmpty();
    FakeHttp zipped =
        send(
            FakeHttp.get("", "service=WPS&request=GetCapabilities")
                .with("Accept-Encoding", "gzip, deflate"));
    assertThat(zipped.responseHeaders).containsEntry("Content-Encoding", "gzip");
    assertThat(zipped.sent.size()).isLessThan(first.sent.size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "-|400|MissingParameterValue|service",
        "service=WPS|400|MissingParameterValue|request",
        "request=GetCapabilities|400|MissingParameterValue|service",
        "service=WFS&request=GetCapabilities|400|InvalidParameterValue|service",
        "service=WPS&request=Dance|501|OperationNotSupported|Dance",
        "service=WPS&request=GetCapabilities&AcceptVersions=3.0.0|400|VersionNegotiationFailed|-",
        "service=WPS&request=GetCapabilities&version=0.0.1|400|VersionNegotiationFailed|-",
        "service=WPS&request=GetCapabilities&updateSequence=8|400|InvalidUpdateSequence|-",
        "service=WPS&request=GetCapabilities&language=tlh|400|InvalidParameterValue|language",
        "service=WPS&service=WFS&request=GetCapabilities|400|InvalidParameterValue|service",
        "service=W%FFS&request=GetCapabilities|400|InvalidParameterValue|service",
        "service=WPS&request=DescribeProcess&identifier=demo|400|MissingParameterValue|version",
        "service=WPS&request=DescribeProcess&version=1.0.0|400|MissingParameterValue|identifier",
        "service=WPS&request=DescribeProcess&version=2.0.0&identifier=demo"
            + "|400|InvalidParameterValue|version",
        "service=WPS&request=DescribeProcess&version=1.0.0&identifier=demo,no"
            + "|400|InvalidParameterValue|identifier",
        "service=WPS&request=Execute&version=1.0.0|400|MissingParameterValue|Identifier",
        "service=WPS&request=Execute&version=1.0.0&identifier=%00"
            + "|400|InvalidParameterValue|Identifier",
        "service=WPS&request=Execute&version=1.0.0&identifier=demo&status=true"
            + "|400|InvalidParameterValue|status",
        "service=WPS&request=Execute&version=1.0.0&identifier=demo&lineage=perhaps"
            + "|400|InvalidParameterValue|lineage",
        "service=WPS&request=Execute&version=1.0.0&identifier=demo&RawDataOutput=a"
            + "&ResponseDocument=b|400|InvalidParameterValue|RawDataOutput",
        "service=WPS&request=Execute&version=1.0.0&identifier=sync-only"
            + "&storeExecuteResponse=true|400|StorageNotSupported|-",
        "service=WPS&request=Execute&version=1.0.0&identifier=sync-only"
            + "&ResponseDocument=text@asReference=true|400|StorageNotSupported|-",
        "service=WPS&request=Execute&version=1.0.0&identifier=demo&DataInputs=box=1,2,a,b,c,d"
            + "|400|InvalidParameterValue|box"
      })
  void aWrongUrlGetsItsException(String query, int status, String code, String locator) {
    assertException(get(query), status, code, locator);
  }

  // DescribeProcess

  @Test
  void descriptionsComeInTheOrderAskedFor() {
    Document document =
        valid(get("service=WPS&version=1.0.0&request=DescribeProcess&identifier=sync-only,demo"));
    assertThat(document.getElementsByTagName("ProcessDescription").getLength()).isEqualTo(2);
    assertThat(document.getElementsByTagNameNS(OWS, "Identifier").item(0).getTextContent())
        .isEqualTo("sync-only");
    Element syncOnly = (Element) document.getElementsByTagName("ProcessDescription").item(0);
    assertThat(syncOnly.getAttribute("storeSupported")).isEqualTo("false");
    assertThat(syncOnly.getAttributeNS(WPS, "processVersion")).isEqualTo("2.1");
  }

  @Test
  void allMeansEveryProcessInAnyCase() {
    for (String all : List.of("all", "ALL")) {
      Document document =
          valid(get("service=WPS&version=1.0.0&request=DescribeProcess&identifier=" + all));
      assertThat(document.getElementsByTagName("ProcessDescription").getLength()).isEqualTo(3);
    }
    String xml =
        "<wps:DescribeProcess xmlns:wps='"
            + WPS
            + "' xmlns:ows='"
            + OWS
            + "' service='WPS' version='1.0.0' language='en-US'>"
            + "<ows:Identifier>demo</ows:Identifier></wps:DescribeProcess>";
    Document document = valid(post(xml));
    Element range = (Element) document.getElementsByTagNameNS(OWS, "Range").item(0);
    assertThat(range.getAttributeNS(OWS, "rangeClosure")).isEqualTo("open-closed");
    assertThat(document.getDocumentElement().getTextContent()).contains("\uFFFD");
  }

  // Execute: bodies that are none

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "<wps:Execute|400|NoApplicableCode|-",
        "<a><b></a>|400|NoApplicableCode|-",
        "<!DOCTYPE a SYSTEM 'http://x/'><a/>|400|NoApplicableCode|-",
        "<Execute/>|400|NoApplicableCode|-",
        "''|400|NoApplicableCode|-",
        "<w:Dance xmlns:w='http://www.opengis.net/wps/1.0.0' service='WPS'/>"
            + "|501|OperationNotSupported|Dance",
        "<w:Execute xmlns:w='http://www.opengis.net/wps/1.0.0' version='1.0.0'/>"
            + "|400|MissingParameterValue|service",
        "<w:Execute xmlns:w='http://www.opengis.net/wps/1.0.0' service='WPS'/>"
            + "|400|MissingParameterValue|version",
        "<w:Execute xmlns:w='http://www.opengis.net/wps/1.0.0' service='WPS' version='9'/>"
            + "|400|InvalidParameterValue|version",
        "<w:Execute xmlns:w='http://www.opengis.net/wps/1.0.0' service='WPS' version='1.0.0'/>"
            + "|400|MissingParameterValue|Identifier",
        "<w:Execute xmlns:w='http://www.opengis.net/wps/1.0.0' service='WPS' version='1.0.0'>"
            + "<o:Identifier xmlns:o='http://www.opengis.net/ows/1.1'>no</o:Identifier>"
            + "</w:Execute>|400|InvalidParameterValue|Identifier"
      })
  void aWrongDocumentGetsItsException(String xml, int status, String code, String locator) {
    assertException(post(xml), status, code, locator);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<!DOCTYPE a [<!ENTITY e 'x'>]><a/>|DOCTYPE|line 1, column 1",
        "<Execute a=1/>|Unexpected character|line 1, column 12",
        "<?xml version='1.0' encoding='UTF-7'?><a/>|UTF-7|."
      })
  void aDocumentThatIsNoXmlTellsWhatIsWrongWhere(String xml, String reason, String place) {
    String text = valid(post(xml)).getDocumentElement().getTextContent();
    assertThat(text).contains(reason, place).doesNotContain("ParseError", "[row,col");
  }

  @Test
  void aDocumentTooDeepTellsTheLimit() {
    FakeHttp http =
        post(
            execute(
                "<wps:DataInputs><wps:Input><ows:Identifier>shape</ows:Identifier><wps:Data>"
                    + "<wps:ComplexData>"
                    + "<a>".repeat(300),
                ""));
    assertException(http, 400, "NoApplicableCode", null);
    assertThat(http.text()).contains("Depth limit");
  }

  /** The server would wait for the end of a body whose end it cannot know. */
  @Test
  void aTransferCodingNobodyKnowsIsRefusedUnread() {
    FakeHttp http = FakeHttp.post("", execute("<wps:DataInputs/>", ""));
    http.bodyLength = -1;
    assertException(
        send(http.with("Transfer-Encoding", "xchunked")), 501, "NoApplicableCode", null);
    assertThat(core.asked).isNull();
    core.answer = request -> finished(request, output("extent", box()));
    FakeHttp chunked = FakeHttp.post("", execute("<wps:DataInputs/>", ""));
    chunked.bodyLength = -1;
    valid(send(chunked.with("Transfer-Encoding", "Chunked")));
  }

  @Test
  void parametersByPostAreRefused() {
    FakeHttp http = FakeHttp.post("", "");
    http.query = "service=WPS&request=GetCapabilities";
    assertException(send(http), 400, "NoApplicableCode", null);
    FakeHttp form = FakeHttp.post("", "service=WPS&request=GetCapabilities");
    form.with("Content-Type", "application/x-www-form-urlencoded");
    assertException(send(form), 415, "NoApplicableCode", null);
  }

  @Test
  void aPostWithAQueryOrWithoutATypeIsRead() {
    FakeHttp http = FakeHttp.post("", execute("<wps:DataInputs/>", ""));
    core.answer = request -> finished(request, output("extent", box()));
    http.query = "service=WPS";
    http.requestHeaders.remove("Content-Type");
    valid(send(http));
    assertThat(core.asked.inputs()).isEmpty();
  }

  private static OutputValue box() {
    return new OutputValue.Box(List.of(1.0, 2.5), List.of(3.0, 4.0), "EPSG:4326");
  }

  // Execute: answers

  @Test
  void aFinishedRunIsADocumentWithEachKindOfOutput() {
    core.answer =
        request ->
            finished(
                request,
                output("sum", new OutputValue.Literal("1.5", LiteralType.DOUBLE, Optional.of("m"))),
                output("result", complex(Format.XML, "<?xml version='1.0'?><a:b xmlns:a='u'/>")),
                new Output(
                    "result",
                    new OutputRequest(
                        "result",
                        DeclaredFormat.of(Format.GEOJSON),
                        Optional.empty(),
                        false,
                        Optional.of("Mine"),
                        Optional.of("Own")),
                    complex(Format.GEOJSON, "{\"a\":\"<&\u0007]]>\uD83D\uDE00\"}")),
                output("result", complex(Format.XML, "no <XML")),
                output(
                    "picture",
                    new OutputValue.Complex(
                        Format.BINARY, new Content.InMemory(new byte[] {0, 1, (byte) 0xFF}))),
                output("extent", box()));
    FakeHttp http = post(execute("", ""));
    Document document = valid(http);
    assertThat(http.status).isEqualTo(200);
    assertThat(document.getElementsByTagNameNS("u", "b").getLength()).isEqualTo(1);
    assertThat(http.text())
        .contains("{\"a\":\"&lt;&amp;\uFFFD]]&gt;\uD83D\uDE00\"}")
        .contains("no &lt;XML")
        .contains("AAH/</wps:ComplexData>")
        .contains("<ows:Title>Mine</ows:Title><ows:Abstract>Own</ows:Abstract>")
        .contains("creationTime=\"2026-11-21T20:00:00.123Z\"")
        .contains("<ows:LowerCorner>1.0 2.5</ows:LowerCorner>")
        .contains("?service=WPS&amp;request=GetCapabilities\"")
        .doesNotContain("statusLocation", "wps:DataInputs");
    assertThat(core.closed).isTrue();
  }

  static Stream<OutputValue> rawValues() {
    return Stream.of(
        new OutputValue.Literal("1 < 2", LiteralType.STRING, Optional.empty()),
        complex(Format.of("text/csv"), "1 < 2"),
        complex(Format.GEOJSON, "1 < 2"),
        box());
  }

  @ParameterizedTest
  @MethodSource("rawValues")
  void rawOutputIsTheBareValue(OutputValue value) {
    core.answer = request -> finished(request, output("result", value));
    FakeHttp http =
        get(
            "service=WPS&request=Execute&version=1.0.0&identifier=demo&RawDataOutput=result"
                + "@mimeType=application/geo+json");
    assertThat(core.asked.raw()).isTrue();
    assertThat(core.asked.outputs().get(0).format().mediaType()).contains("application/geo+json");
    String type = http.responseHeaders.get("Content-Type");
    if (value instanceof OutputValue.Box) {
      OgcSchemas.valid(http.sent.toByteArray());
      assertThat(type).isEqualTo("text/xml; charset=UTF-8");
    } else {
      assertThat(http.text()).isEqualTo("1 < 2");
      assertThat(type)
          .isIn("text/plain; charset=UTF-8", "text/csv; charset=UTF-8", "application/geo+json");
    }
    assertThat(http.responseHeaders)
        .containsEntry("Content-Length", Integer.toString(http.sent.size()))
        .containsEntry("X-Content-Type-Options", "nosniff");
  }

  @Test
  void aLargeOutputStreamsFromItsFile() throws IOException {
    Path file = folder.resolve("large.xml");
    Files.writeString(file, "<a>" + "<b>text</b>".repeat(100_000) + "</a>");
    OutputValue value =
        new OutputValue.Complex(Format.XML, new Content.InFile(file, Files.size(file)));
    core.answer = request -> finished(request, output("result", value));
    FakeHttp http = post(execute("", ""));
    assertThat(http.responseHeaders).doesNotContainKey("Content-Length");
    assertThat(valid(http).getElementsByTagName("b").getLength()).isEqualTo(100_000);
  }

  @Test
  void aLargeAnswerThatFailsHalfWayIsBrokenOff() throws IOException {
    Path file = folder.resolve("broken.xml");
    Files.writeString(file, "<a>" + "<b>text</b>".repeat(100_000) + "</c>");
    OutputValue value =
        new OutputValue.Complex(Format.XML, new Content.InFile(file, Files.size(file)));
    core.answer = request -> finished(request, output("result", value));
    FakeHttp http = FakeHttp.post("", execute("", ""));
    assertThatThrownBy(() -> send(http)).isInstanceOf(UncheckedIOException.class);
    assertThat(http.text()).doesNotContain("ExceptionReport", "</wps:ExecuteResponse>");
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void eachFaultHasAValidReport(Fault fault) {
    core.answer =
        request -> {
          throw new WpsException(fault, "in\u0001put", "What is wrong \u0000 <&>.");
        };
    FakeHttp raw =
        get("service=WPS&request=Execute&version=1.0.0&identifier=demo&RawDataOutput=sum");
    assertThat(valid(raw).getDocumentElement().getLocalName()).isEqualTo("ExceptionReport");
    assertThat(raw.status).isGreaterThanOrEqualTo(400);
    FakeHttp document = get("service=WPS&request=Execute&version=1.0.0&identifier=demo");
    boolean ofTheRun = fault == Fault.PROCESS_FAILED || fault == Fault.TIME_EXCEEDED;
    assertThat(valid(document).getElementsByTagNameNS(WPS, "ProcessFailed").getLength())
        .isEqualTo(ofTheRun ? 1 : 0);
    assertThat(document.status).isEqualTo(ofTheRun ? 200 : raw.status);
  }

  @Test
  void aFullQueueAnswersServerBusyWithATimeToTryAgain() {
    core.answer =
        request -> {
          throw new WpsException(Fault.SERVER_BUSY, "queue", "The queue is full.");
        };
    FakeHttp http = post(execute("", ""));
    assertException(http, 503, "ServerBusy", null);
    assertThat(http.responseHeaders).containsEntry("Retry-After", "5");
  }

  @Test
  void aFullQueueThatKnowsWhenThereIsRoomSaysSo() {
    core.answer =
        request -> {
          throw new ServerBusyException("The queue is full.", Duration.ofSeconds(17));
        };
    FakeHttp http = post(execute("", ""));
    assertException(http, 503, "ServerBusy", null);
    assertThat(http.responseHeaders).containsEntry("Retry-After", "17");
  }

  @Test
  void aDryRunTellsTheCostAndExecutesNothing() {
    estimate =
        new JobEstimate(
            Demo.ALL,
            Optional.of("long"),
            Optional.of(Estimate.ofSeconds(90).andBytes(5_000)),
            new SeenRuns(12, 61.234, 40, 95, OptionalDouble.empty()),
            OptionalDouble.of(120.4),
            new Outlook(
                OptionalLong.of(2), false, Optional.of(CREATED.plusSeconds(5)), Optional.empty()));
    FakeHttp posted = FakeHttp.post("", execute("", ""));
    posted.query = "DRYRUN=true&priority=-3";
    String query = "service=WPS&request=Execute&version=1.0.0&identifier=demo&dryRun=true";
    for (FakeHttp http : List.of(send(posted), get(query))) {
      assertThat(http.text())
          .contains("<drover:Mode>async</drover:Mode>", "<drover:Queue>long</drover:Queue>")
          .contains("<drover:Seconds>120</drover:Seconds>", "<drover:Bytes>5000</drover:Bytes>")
          .contains("count=\"12\" median=\"61.2\"", "<drover:JobsBefore>2</drover:JobsBefore>")
          .contains("<drover:Start>2026-11-21T20:00:05.123456Z</drover:Start>")
          .doesNotContain("drover:End");
      assertThat(http.status).isEqualTo(200);
    }
    assertThat(core.closed).isTrue();
  }

  @Test
  void thePriorityIsReadFromTheAddressOfAPostToo() {
    core.answer = request -> finished(request, output("extent", box()));
    FakeHttp posted = FakeHttp.post("", execute("", ""));
    posted.query = "priority=-3";
    assertThat(send(posted).status).isEqualTo(200);
    assertThat(core.asked.priority()).isEqualTo(-3);
    FakeHttp wrong = FakeHttp.post("", execute("", ""));
    wrong.query = "priority=high";
    assertException(send(wrong), 400, "InvalidParameterValue", "priority");
  }

  @Test
  void aDefectShowsAnIdAndNothingElse() {
    FakeHttp http = post(execute("", ""));
    assertException(http, 500, "NoApplicableCode", null);
    assertThat(http.text()).doesNotContain("secret", "Exception:", "java.").contains("log");
  }

  @Test
  void aClientThatLeftIsNobodyToAnswer() {
    core.answer = request -> finished(request, output("extent", box()));
    FakeHttp http = FakeHttp.post("", execute("", ""));
    http.clientGone = true;
    assertThat(send(http).text()).isEmpty();
    assertThat(core.closed).isTrue();
  }

  // Jobs

  private static JobView view(
      JobStatus status, Mode mode, boolean lineage, List<Input> inputs, boolean asReference) {
    OutputRequest wanted =
        new OutputRequest(
            "result",
            DeclaredFormat.NONE,
            Optional.empty(),
            asReference,
            Optional.empty(),
            Optional.empty());
    ExecuteRequest request =
        new ExecuteRequest(
            "demo",
            inputs,
            List.of(),
            mode,
            false,
            Map.of("lineage", Boolean.toString(lineage), "language", "en-US"));
    Optional<JobFailure> failure =
        status == JobStatus.FAILED
            ? Optional.of(new JobFailure(Fault.INVALID_INPUT, Optional.of("text"), "Bad \u0002."))
            : Optional.empty();
    Job job =
        new Job(
            JOB,
            "demo",
            "1.0.0",
            "anonymous",
            "long",
            status,
            100,
            status == JobStatus.ACCEPTED ? "Waits for slurm" : "Part 3 of 4",
            CREATED,
            CREATED,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            1,
            failure,
            JobTerms.USUAL);
    List<StoredOutput> outputs =
        status == JobStatus.SUCCEEDED
            ? List.of(
                new StoredOutput(
                    JOB, "abc.xml", new Output("result", wanted, complex(Format.XML, "<r/>"))))
            : List.of();
    Outlook outlook =
        switch (status) {
          case ACCEPTED ->
              new Outlook(
                  OptionalLong.of(3),
                  false,
                  Optional.of(CREATED.plusSeconds(5)),
                  Optional.of(CREATED.plusSeconds(9)));
          case RUNNING ->
              new Outlook(
                  OptionalLong.empty(),
                  false,
                  Optional.empty(),
                  Optional.of(CREATED.plusSeconds(9)));
          default -> Outlook.NONE;
        };
    return new JobView(job, Demo.ALL, request, outlook, outputs);
  }

  private static List<Input> everyInput() {
    return List.of(
        Input.of(
            "text", new InputValue.Literal("a\u0001", Optional.of("xs:string"), Optional.empty())),
        new Input(
            "distance",
            new InputValue.Literal("2", Optional.empty(), Optional.of("km")),
            Optional.of("Title"),
            Optional.of("Abstract")),
        Input.of(
            "box",
            new InputValue.Box(
                List.of(1.0, 2.0), List.of(3.0, 4.0), Optional.of("EPSG:4326"), OptionalInt.of(2))),
        Input.of("data", inMemory(DeclaredFormat.NONE, "<g:x xmlns:g='u'/>")),
        Input.of("data", inMemory(DeclaredFormat.of("application/geo+json", "", ""), "{\"a<\":1}")),
        Input.of("image", inMemory(DeclaredFormat.NONE, "\u0000\u0001")),
        Input.of(
            "data",
            new InputValue.Complex(
                DeclaredFormat.NONE, new Content.InFile(Path.of("gone", "file"), 5_000_000))),
        Input.of(
            "data",
            new InputValue.Reference(
                "http://example.org/?a=1&b=2",
                true,
                List.of(new InputValue.Header("Accept", "text/xml")),
                Optional.of(new Content.InMemory("<q/>".getBytes(UTF_8))),
                Optional.empty(),
                DeclaredFormat.of("text/xml", "", ""))),
        Input.of(
            "data",
            new InputValue.Reference(
                "http://example.org/",
                true,
                List.of(),
                Optional.empty(),
                Optional.of("http://example.org/body"),
                DeclaredFormat.NONE)));
  }

  private static InputValue inMemory(DeclaredFormat format, String text) {
    return new InputValue.Complex(format, new Content.InMemory(text.getBytes(UTF_8)));
  }

  @ParameterizedTest
  @EnumSource(JobStatus.class)
  void aJobHasAValidDocumentInEveryState(JobStatus status) {
    for (boolean lineage : List.of(true, false)) {
      stored = view(status, Mode.ASYNC, lineage, everyInput(), true);
      FakeHttp http = send(FakeHttp.get("/1.0.0/status", "id=" + JOB));
      Document document = valid(http);
      String expected =
          switch (status) {
            case ACCEPTED -> "ProcessAccepted";
            case RUNNING -> "ProcessStarted";
            case PAUSED -> "ProcessPaused";
            case SUCCEEDED -> "ProcessSucceeded";
            case FAILED, DISMISSED -> "ProcessFailed";
          };
      Element state = (Element) document.getElementsByTagNameNS(WPS, expected).item(0);
      assertThat(state).as(http.text()).isNotNull();
      assertThat(document.getElementsByTagNameNS(WPS, "DataInputs").getLength())
          .isEqualTo(lineage ? 1 : 0);
      assertThat(document.getElementsByTagNameNS(WPS, "OutputDefinitions").getLength())
          .isEqualTo(lineage ? 1 : 0);
      assertThat(http.responseHeaders).containsEntry("Cache-Control", "no-store");
      if (status == JobStatus.RUNNING || status == JobStatus.PAUSED) {
        assertThat(state.getAttribute("percentCompleted")).isEqualTo("99");
        assertThat(state.getTextContent())
            .isEqualTo(
                status == JobStatus.PAUSED
                    ? "The job is paused."
                    : "Part 3 of 4 – It is expected to end about 2026-11-21 20:00:09 UTC.");
      }
    }
  }

  @Test
  void lineageLeavesOutTheDefaultsTheServerAdded() {
    core.answer =
        request ->
            finished(
                new ExecuteRequest(
                    request.process(),
                    List.of(
                        request.inputs().get(0),
                        Input.of(
                            "distance",
                            new InputValue.Literal("1.5", Optional.empty(), Optional.empty()))),
                    request.outputs(),
                    request.mode(),
                    request.raw(),
                    request.notes()),
                output("extent", box()));
    Document document =
        valid(
            get(
                "service=WPS&request=Execute&version=1.0.0&identifier=demo&lineage=true"
                    + "&DataInputs=text=received"));
    assertThat(document.getElementsByTagNameNS(WPS, "Input").getLength()).isEqualTo(1);
    assertThat(document.getElementsByTagNameNS(WPS, "LiteralData").item(0).getTextContent())
        .isEqualTo("received");
  }

  @Test
  void lineageOfAJobThatHasEndedShowsItsLargeInputsWhole() throws IOException {
    String text = "{\"a<\":\"" + "x".repeat(1_000_000) + "\"}";
    Path file = Files.writeString(folder.resolve("input-1"), text);
    InputValue large =
        new InputValue.Complex(
            DeclaredFormat.of("application/geo+json", "", ""),
            new Content.InFile(file, text.length()));
    stored = view(JobStatus.SUCCEEDED, Mode.ASYNC, true, List.of(Input.of("data", large)), true);
    Element data =
        (Element)
            valid(send(FakeHttp.get("/1.0.0/status", "id=" + JOB)))
                .getElementsByTagNameNS(WPS, "ComplexData")
                .item(0);
    assertThat(data.getTextContent()).isEqualTo(text);
    assertThat(data.getAttribute("mimeType")).isEqualTo("application/geo+json");
  }

  @Test
  void anAcceptedJobTellsWhyItWaitsItsPlaceAndWhereToAsk() {
    core.answer =
        request -> {
          stored = view(JobStatus.ACCEPTED, request.mode(), false, List.of(), false);
          return new ExecuteAnswer.Accepted(Demo.ALL, stored);
        };
    Document document =
        valid(
            post(
                execute(
                    "",
                    "<wps:ResponseForm><wps:ResponseDocument storeExecuteResponse='true'"
                        + " lineage='1' status='true'/></wps:ResponseForm>")));
    assertThat(core.asked.mode()).isEqualTo(Mode.ASYNC);
    assertThat(core.asked.notes()).containsEntry("lineage", "true");
    assertThat(document.getElementsByTagNameNS(WPS, "ProcessAccepted").item(0).getTextContent())
        .isEqualTo(
            "Waits for slurm. There are 3 jobs before yours in the queue 'long'. It is expected to begin about"
                + " 2026-11-21 20:00:05 UTC and to end about 2026-11-21 20:00:09 UTC.");
    String location = document.getDocumentElement().getAttribute("statusLocation");
    assertThat(location).isEqualTo("http://127.0.0.1:8080/wps/1.0.0/status?id=" + JOB);
    valid(send(FakeHttp.get("/1.0.0/status", "id=" + JOB)));
  }

  @Test
  void anOutputAskedForByReferenceIsAnAddress() {
    core.answer =
        request ->
            new ExecuteAnswer.Accepted(
                Demo.ALL, view(JobStatus.SUCCEEDED, Mode.SYNC, false, List.of(), true));
    FakeHttp http =
        get(
            "service=WPS&request=Execute&version=1.0.0&identifier=demo"
                + "&ResponseDocument=[result@asReference=true]");
    assertThat(core.asked.outputs().get(0).asReference()).isTrue();
    Element reference = (Element) valid(http).getElementsByTagNameNS(WPS, "Reference").item(0);
    assertThat(reference.getAttribute("href")).isEqualTo("http://127.0.0.1:8080/outputs/abc.xml");
    assertThat(reference.getAttribute("mimeType")).isEqualTo("text/xml");
    assertThat(http.text()).doesNotContain("statusLocation");
  }

  @ParameterizedTest
  @CsvSource(value = {"id=00000000-0000-4000-8000-000000000009", "id=../../etc/passwd", "id=%00"})
  void anUnknownJobIsNotFound(String query) {
    FakeHttp http = send(FakeHttp.get("/1.0.0/status", query));
    valid(http);
    assertThat(http.status).isEqualTo(404);
  }

  // HTTP

  @Test
  void otherPathsAndMethodsAreExceptionReportsToo() {
    assertException(send(FakeHttp.get("/3.0.0", null)), 404, "NoApplicableCode", null);
    assertException(send(FakeHttp.get("/1.0.0/else", null)), 404, "NoApplicableCode", null);
    FakeHttp put = FakeHttp.get("", null);
    put.method = "PUT";
    assertException(send(put), 405, "NoApplicableCode", null);
    assertThat(put.responseHeaders).containsEntry("Allow", "GET, HEAD, POST, OPTIONS");
    FakeHttp head = FakeHttp.get("", "service=WPS&request=Execute&version=1.0.0&identifier=demo");
    head.method = "HEAD";
    assertException(send(head), 405, "NoApplicableCode", null);
    assertThat(core.asked).isNull();
  }

  @Test
  void pagesOfOtherOriginsMayAsk() {
    FakeHttp http = FakeHttp.get("/1.0.0", null);
    http.method = "OPTIONS";
    send(http);
    assertThat(http.status).isEqualTo(204);
    assertThat(http.responseHeaders)
        .containsEntry("Access-Control-Allow-Origin", "*")
        .containsEntry("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS");
    assertThat(http.responseHeaders.get("Access-Control-Expose-Headers")).contains("Location");
  }
}
