package org.drover.wps.web.wps20;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
import org.drover.wps.execution.Dismiss;
import org.drover.wps.execution.EstimateJob;
import org.drover.wps.execution.ExecuteAnswer;
import org.drover.wps.execution.GetResult;
import org.drover.wps.execution.GetStatus;
import org.drover.wps.execution.JobView;
import org.drover.wps.execution.Pause;
import org.drover.wps.execution.Resume;
import org.drover.wps.execution.forecast.Outlook;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.execution.request.Mode;
import org.drover.wps.job.Job;
import org.drover.wps.job.JobFailure;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobStatus;
import org.drover.wps.job.JobTerms;
import org.drover.wps.output.StoredOutput;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The whole protocol over fake HTTP and a fake core; every XML answer is validated. */
class EndpointTest {

  private static final String OWS = "http://www.opengis.net/ows/2.0";
  private static final String WPS = "http://www.opengis.net/wps/2.0";
  private static final Instant NOW = Instant.parse("2026-11-21T20:00:00.123456Z");
  private static final JobId JOB =
      JobId.parse("00000000-0000-4000-8000-000000000001").orElseThrow();

  @TempDir private Path folder;
  private FakeCore core;
  private JobView stored;
  private WpsEndpoints server;

  @BeforeEach
  void start() throws ReflectiveOperationException {
    core = new FakeCore(folder);
    JobUseCases jobs = new JobUseCases();
    GetStatus status =
        new GetStatus() {
          @Override
          public JobView get(JobId id, Caller caller) {
            return stored(id);
          }
        };
    set(jobs, "status", status);
    GetResult result = new GetResult();
    set(result, "status", status);
    set(jobs, "result", result);
    set(
        jobs,
        "dismiss",
        new Dismiss() {
          @Override
          public JobView dismiss(JobId id, Caller caller, String why) {
            return move(id, JobStatus.DISMISSED);
          }
        });
    set(
        jobs,
        "pause",
        new Pause() {
          @Override
          public JobView pause(JobId id, Caller caller, String why) {
            return move(id, JobStatus.PAUSED);
          }
        });
    set(
        jobs,
        "resume",
        new Resume() {
          @Override
          public JobView resume(JobId id, Caller caller, String why) {
            return move(id, JobStatus.ACCEPTED);
          }
        });
    server =
        new WpsEndpoints(
            new Wps20Protocol(
                new CallerCatalogue(Demo.catalogue(), new ProcessAccess()),
                new Wps20Protocol.Core(core, new EstimateJob(), jobs),
                Clock.fixed(NOW, ZoneOffset.UTC)));
  }

  private static void set(Object target, String field, Object value)
      throws ReflectiveOperationException {
    Field it = target.getClass().getDeclaredField(field);
    it.setAccessible(true);
    it.set(target, value);
  }

  private JobView stored(JobId id) {
    if (stored == null || !id.equals(JOB)) {
      throw new WpsException(Fault.NO_SUCH_JOB, id.toString(), "There is no such job.");
    }
    return stored;
  }

  private JobView move(JobId id, JobStatus status) {
    stored = view(stored(id).request(), status, 40);
    return stored;
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
    assertThat(http.responseHeaders)
        .as(http.text())
        .containsEntry("Content-Type", "text/xml; charset=UTF-8");
    return OgcSchemas.valid(http.sent.toByteArray());
  }

  private static void assertException(FakeHttp http, int status, String code, String locator) {
    Element report = valid(http).getDocumentElement();
    assertThat(report.getAttribute("version")).isEqualTo("2.0.0");
    Element exception = (Element) report.getElementsByTagNameNS(OWS, "Exception").item(0);
    assertThat(exception.getAttribute("exceptionCode")).as(http.text()).isEqualTo(code);
    assertThat(exception.hasAttribute("locator") ? exception.getAttribute("locator") : null)
        .isEqualTo(locator);
    assertThat(http.status).isEqualTo(status);
    assertThat(http.responseHeaders).containsEntry("Cache-Control", "no-store");
  }

  private static String text(Document document, String namespace, String name) {
    return document.getElementsByTagNameNS(namespace, name).item(0).getTextContent();
  }

  private static Element first(Document document, String namespace, String name) {
    return (Element) document.getElementsByTagNameNS(namespace, name).item(0);
  }

  private static String request(String operation, String rest) {
    return "<wps:"
        + operation
        + " service='WPS' version='2.0.0' xmlns:wps='"
        + WPS
        + "' xmlns:ows='"
        + OWS
        + "' xmlns:xlink='http://www.w3.org/1999/xlink'"
        + rest
        + "</wps:"
        + operation
        + ">";
  }

  private static String execute(String attributes, String rest) {
    return request("Execute", " " + attributes + "><ows:Identifier>demo</ows:Identifier>" + rest);
  }

  private static String input(String id, String content) {
    return "<wps:Input id='" + id + "'>" + content + "</wps:Input>";
  }

  private InputValue received(String id, String content) {
    core.answer = request -> finished(request, output("sum", sum()));
    FakeHttp http = post(execute("mode='sync' response='document'", input(id, content)));
    assertThat(http.status).as(http.text()).isEqualTo(200);
    return core.asked.inputs().get(0).value();
  }

  private static ExecuteAnswer finished(ExecuteRequest request, Output... outputs) {
    return new ExecuteAnswer.Finished(Demo.ALL, request, List.of(outputs), () -> {});
  }

  private static Output output(String id, OutputValue value) {
    return new Output(id, OutputRequest.of(id), value);
  }

  private static Output output(String id, String mimeType, OutputValue value) {
    return new Output(
        id,
        new OutputRequest(
            id,
            DeclaredFormat.of(mimeType, "", ""),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty()),
        value);
  }

  private static OutputValue sum() {
    return new OutputValue.Literal("4.5", LiteralType.DOUBLE, Optional.of("m"));
  }

  private static OutputValue extent() {
    return new OutputValue.Box(List.of(46.0, 102.0), List.of(47.0, 103.5), "EPSG:4326");
  }

  private static OutputValue complex(Format format, String text) {
    return new OutputValue.Complex(format, new Content.InMemory(text.getBytes(UTF_8)));
  }

  private static ExecuteRequest request(Mode mode, boolean raw) {
    return new ExecuteRequest("demo", List.of(), List.of(), mode, raw, Map.of());
  }

  private static JobView view(ExecuteRequest request, JobStatus status, int percent) {
    return view(request, status, percent, List.of());
  }

  private static JobView view(
      ExecuteRequest request, JobStatus status, int percent, List<StoredOutput> outputs) {
    Job job =
        new Job(
            JOB,
            "demo",
            "1.0.0",
            "otto",
            "long",
            status,
            percent,
            "",
            NOW.minusSeconds(100),
            NOW,
            Optional.empty(),
            Optional.empty(),
            status.isFinal() ? Optional.of(NOW.plus(Duration.ofDays(1))) : Optional.empty(),
            1,
            status == JobStatus.FAILED
                ? Optional.of(new JobFailure(Fault.INVALID_INPUT, Optional.of("data"), "No."))
                : Optional.empty(),
            JobTerms.USUAL);
    Outlook outlook =
        status.isFinal()
            ? Outlook.NONE
            : new Outlook(
                OptionalLong.empty(), false, Optional.empty(), Optional.of(NOW.plusSeconds(50)));
    return new JobView(job, Demo.ALL, request, outlook, outputs);
  }

  // GetCapabilities

  @ParameterizedTest
  @ValueSource(
      strings = {
        "service=WPS&request=GetCapabilities",
        "SERVICE=wps&REQUEST=getcapabilities&AcceptVersions=1.0.0,2.0.0",
        "service=WPS&request=GetCapabilities&Sections=Contents&AcceptLanguages=de,en&updateSequence=7"
      })
  void capabilitiesAreComplete(String query) {
    Document document = valid(get(query));
    assertThat(document.getDocumentElement().getAttribute("version")).isEqualTo("2.0.0");
    assertThat(document.getElementsByTagNameNS(WPS, "ProcessSummary").getLength()).isEqualTo(4);
    Element summary = first(document, WPS, "ProcessSummary");
    assertThat(summary.getAttribute("jobControlOptions"))
        .isEqualTo("sync-execute async-execute dismiss urn:drover:1.0:pause");
    assertThat(summary.getAttribute("outputTransmission")).isEqualTo("value reference");
    assertThat(summary.getAttribute("processVersion")).isEqualTo("1.0.0");
  }

  @Test
  void aProcessThatOnlyRunsAtOnceOffersNoMore() {
    Document document = valid(get("service=WPS&request=GetCapabilities"));
    Element summary = (Element) document.getElementsByTagNameNS(WPS, "ProcessSummary").item(1);
    assertThat(summary.getAttribute("jobControlOptions")).isEqualTo("sync-execute");
    assertThat(summary.getAttribute("outputTransmission")).isEqualTo("value");
    assertThat(summary.hasAttribute("processVersion")).as("2.1 is no ows:VersionType").isFalse();
  }

  @Test
  void capabilitiesNameEachOperationWithItsBindings() {
    Document document = valid(get("service=WPS&request=GetCapabilities"));
    int found = 0;
    for (Operation operation : Operation.values()) {
      Element element = (Element) document.getElementsByTagNameNS(OWS, "Operation").item(found++);
      assertThat(element.getAttribute("name")).isEqualTo(operation.title());
      assertThat(element.getElementsByTagNameNS(OWS, "Get").getLength())
          .isEqualTo(operation == Operation.EXECUTE ? 0 : 1);
      assertThat(element.getElementsByTagNameNS(OWS, "Post").getLength()).isEqualTo(1);
    }
    assertThat(document.getElementsByTagNameNS(OWS, "Operation").getLength()).isEqualTo(found);
  }

  @Test
  void capabilitiesComeByPostToo() {
    String head = "<wps:GetCapabilities service='WPS' xmlns:wps='" + WPS + "' xmlns:ows='" + OWS;
    valid(post(head + "'/>"));
    valid(
        post(
            head
                + "'><ows:AcceptVersions><ows:Version>2.0.0</ows:Version></ows:AcceptVersions>"
                + "<ows:Sections><ows:Section>All</ows:Section></ows:Sections>"
                + "</wps:GetCapabilities>"));
    assertException(
        post(
            head
                + "'><ows:AcceptVersions><ows:Version>1.0.0</ows:Version></ows:AcceptVersions>"
                + "</wps:GetCapabilities>"),
        400,
        "VersionNegotiationFailed",
        null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "request=GetCapabilities|400|MissingParameterValue|service",
        "service=WFS&request=GetCapabilities|400|InvalidParameterValue|service",
        "service=WPS|400|MissingParameterValue|request",
        "service=WPS&request=Fly&version=2.0.0|501|OperationNotSupported|Fly",
        "service=WPS&request=Execute&version=2.0.0|501|OperationNotSupported|Execute",
        "service=WPS&request=GetCapabilities&AcceptVersions=3.0.0|400|VersionNegotiationFailed|-",
        "service=WPS&request=GetCapabilities&updateSequence=8|400|InvalidUpdateSequence|-",
        "service=WPS&request=DescribeProcess&identifier=demo|400|MissingParameterValue|version",
        "service=WPS&request=DescribeProcess&version=2.0.2&identifier=x|400|InvalidParameterValue|version",
        "service=WPS&request=DescribeProcess&version=2.0.0|400|MissingParameterValue|identifier",
        "service=WPS&request=DescribeProcess&version=2.0.0&identifier=a,demo,b|400|NoSuchProcess|a,b",
        "service=WPS&request=DescribeProcess&version=2.0.0&identifier=demo&lang=tlh|400|InvalidParameterValue|lang",
        "service=WPS&request=GetStatus&version=2.0.0|400|MissingParameterValue|JobID",
        "service=WPS&request=GetResult&version=2.0.0&jobid=7|400|NoSuchJob|7"
      })
  void requestsThatCannotBeAreRefused(String query, int status, String code, String locator) {
    assertException(get(query), status, code, locator);
  }

  // DescribeProcess

  @Test
  void aProcessIsDescribedWithAllItsData() {
    Document document =
        valid(get("service=WPS&version=2.0.0&request=DescribeProcess&identifier=demo&lang=tlh,en"));
    Element input = first(document, WPS, "Input");
    assertThat(input.getAttribute("minOccurs")).isEqualTo("0");
    assertThat(input.getAttribute("maxOccurs")).isEqualTo("1");
    assertThat(document.getElementsByTagNameNS(null, "LiteralDataDomain").getLength()).isEqualTo(4);
    Element type = first(document, OWS, "DataType");
    assertThat(type.getAttributeNS(OWS, "reference"))
        .isEqualTo("http://www.w3.org/2001/XMLSchema#double");
    assertThat(text(document, OWS, "DefaultValue")).isEqualTo("1.5");
    assertThat(first(document, WPS, "SupportedCRS").getAttribute("default")).isEqualTo("true");
    assertThat(
            first(document, OWS, "Metadata").getAttributeNS("http://www.w3.org/1999/xlink", "role"))
        .endsWith("/process/description/documentation");
  }

  @Test
  void everyDataDescriptionHasOneDefaultFormat() {
    Document document =
        valid(get("service=WPS&version=2.0.0&request=DescribeProcess&identifier=all"));
    for (String kind : List.of("LiteralData", "ComplexData", "BoundingBoxData")) {
      for (int i = 0; i < document.getElementsByTagNameNS(WPS, kind).getLength(); i++) {
        Element data = (Element) document.getElementsByTagNameNS(WPS, kind).item(i);
        int defaults = 0;
        for (int k = 0; k < data.getElementsByTagNameNS(WPS, "Format").getLength(); k++) {
          Element format = (Element) data.getElementsByTagNameNS(WPS, "Format").item(k);
          defaults += format.getAttribute("default").equals("true") ? 1 : 0;
        }
        assertThat(defaults).isEqualTo(1);
      }
    }
  }

  @Test
  void descriptionsComeByPostInTheOrderAskedFor() {
    Document document =
        valid(
            post(
                request(
                    "DescribeProcess",
                    " xml:lang='en-US'><wps:Extension><x/></wps:Extension>"
                        + "<ows:Identifier>sync-only</ows:Identifier>"
                        + "<ows:Identifier>demo</ows:Identifier>")));
    assertThat(document.getElementsByTagNameNS(WPS, "ProcessOffering").getLength()).isEqualTo(2);
    assertThat(text(document, OWS, "Identifier")).isEqualTo("sync-only");
  }

  // Execute: inputs

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "<wps:Data>70</wps:Data>|70|-|-",
        "<wps:Data mimeType='text/plain'>70@datatype=http://x#double@uom=km</wps:Data>|70|http://x#double|km",
        "<wps:Data>70@UOM=km</wps:Data>|70|-|km",
        "<wps:Data>a@b.org</wps:Data>|a@b.org|-|-",
        "<wps:Data><![CDATA[ 7 ]]></wps:Data>| 7 |-|-",
        "<wps:Data> <wps:LiteralValue dataType='d' uom='km'>70</wps:LiteralValue> </wps:Data>|70|d|km",
        "<wps:Data mimeType='text/xml'>70</wps:Data>|70|-|-"
      },
      ignoreLeadingAndTrailingWhitespace = false)
  void literalsAreReadInEitherForm(String data, String value, String type, String unit) {
    assertThat(received("distance", data))
        .isEqualTo(
            new InputValue.Literal(value, Optional.ofNullable(type), Optional.ofNullable(unit)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<wps:Data mimeType='text/plain'> 46,102,47,103,EPSG:4326,2 </wps:Data>",
        "<wps:Data><ows:BoundingBox crs='EPSG:4326' dimensions='2'><ows:LowerCorner>46 102"
            + "</ows:LowerCorner><ows:UpperCorner>47 103</ows:UpperCorner></ows:BoundingBox></wps:Data>"
      })
  void boxesAreReadInEitherForm(String data) {
    InputValue.Box box = (InputValue.Box) received("box", data);
    assertThat(box.lower()).containsExactly(46.0, 102.0);
    assertThat(box.upper()).containsExactly(47.0, 103.0);
    assertThat(box.crs()).contains("EPSG:4326");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<wps:Data mimeType='application/json'>{}</wps:Data>|{}",
        "<wps:Data><![CDATA[<a/>]]></wps:Data>|<a/>",
        "<wps:Data mimeType='text/plain' encoding='base64'>aGVsbG8=</wps:Data>|hello",
        "<wps:Data><![CDATA[a]]>b</wps:Data>|ab"
      })
  void complexDataIsReadAsItComes(String data, String text) throws Exception {
    InputValue.Complex complex = (InputValue.Complex) received("data", data);
    assertThat(new String(complex.content().open().readAllBytes(), UTF_8)).isEqualTo(text);
  }

  @Test
  void aTitleBeforeTheDataIsPassedOver() {
    assertThat(received("text", "<ows:Title>T</ows:Title><wps:Data>a</wps:Data>"))
        .isEqualTo(new InputValue.Literal("a", Optional.empty(), Optional.empty()));
  }

  @Test
  void anElementKeepsTheNamespacesInScope() throws Exception {
    InputValue.Complex complex =
        (InputValue.Complex) received("data", "<wps:Data xmlns:o='u'><q at='o:x'/></wps:Data>");
    assertThat(new String(complex.content().open().readAllBytes(), UTF_8))
        .startsWith("<q ")
        .contains("xmlns:o=\"u\"");
  }

  @Test
  void aReferenceIsPostedWhenItHasABody() throws Exception {
    InputValue.Reference plain =
        (InputValue.Reference)
            received("data", "<wps:Reference xlink:href='http://x/?a=1' mimeType='text/xml'/>");
    assertThat(plain.post()).isFalse();
    assertThat(plain.format().mediaType()).contains("text/xml");

    InputValue.Reference withBody =
        (InputValue.Reference)
            received(
                "data",
                "<wps:Reference xlink:href='http://x/'><wps:Body><q/></wps:Body></wps:Reference>");
    assertThat(withBody.post()).isTrue();
    assertThat(new String(withBody.body().orElseThrow().open().readAllBytes(), UTF_8))
        .startsWith("<q");

    InputValue.Reference withBodyReference =
        (InputValue.Reference)
            received(
                "data",
                "<wps:Reference xlink:href='http://x/'><wps:BodyReference xlink:href='http://y/'/>"
                    + "</wps:Reference>");
    assertThat(withBodyReference.bodyHref()).contains("http://y/");
    assertThat(withBodyReference.post()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "distance|<wps:Data mimeType='image/png'>7</wps:Data>|NoSuchFormat",
        "distance|<wps:Data><x/></wps:Data>|WrongInputData",
        "box|<wps:Data><x/></wps:Data>|WrongInputData",
        "box|<wps:Data>here</wps:Data>|WrongInputData",
        "image|<wps:Data>a?b=</wps:Data>|WrongInputData",
        "data|<wps:Data><a/><b/></wps:Data>|WrongInputData",
        "data|<wps:Reference/>|WrongInputData"
      })
  void inputsThatCannotBeAreRefusedByName(String id, String content, String code) {
    assertException(
        post(execute("mode='sync' response='document'", input(id, content))), 400, code, id);
    assertThat(core.closed).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mode='later' response='document'||InvalidParameterValue|mode",
        "mode='sync' response='half'||InvalidParameterValue|response",
        "mode='sync' response='document'|<wps:Output id='sum' transmission='mail'/>|InvalidParameterValue|transmission",
        "mode='sync' response='document'|<wps:Output id='sum' mimeType='image/png'/>|NoSuchFormat|sum",
        "mode='sync' response='document'|<wps:Output/>|MissingParameterValue|id",
        "mode='sync' response='raw'||TooManyOutputs|sum,result,picture,extent",
        "mode='sync' response='raw'|<wps:Output id='sum'/><wps:Output id='extent'/>|TooManyOutputs|sum,extent"
      })
  void wishesThatCannotBeMetAreRefused(
      String attributes, String outputs, String code, String locator) {
    assertException(post(execute(attributes, outputs == null ? "" : outputs)), 400, code, locator);
  }

  private static String executeOf(String process, String rest) {
    return request(
        "Execute",
        " mode='sync' response='document'><ows:Identifier>" + process + "</ows:Identifier>" + rest);
  }

  @Test
  void nestedInputsAreReadAsGroups() {
    core.answer = request -> finished(request, output("sum", sum()));
    post(executeOf("nested-in", input("group", input("text", "<wps:Data>a</wps:Data>"))));
    assertThat(core.asked.inputs())
        .containsExactly(
            Input.of(
                "group",
                new InputValue.Nested(
                    List.of(
                        Input.of(
                            "text",
                            new InputValue.Literal("a", Optional.empty(), Optional.empty()))))));
  }

  @Test
  void aFaultInsideAGroupIsNamedByItsPath() {
    assertException(
        post(
            executeOf(
                "nested-in",
                input("group", input("text", "<wps:Data mimeType='a/b'>a</wps:Data>")))),
        400,
        "NoSuchFormat",
        "group/text");
    assertException(
        post(executeOf("nested-in", input("group", input("text", "")))),
        400,
        "WrongInputData",
        "group/text");
  }

  @Test
  void nestedOutputsAreAskedForAndWrittenInTheirGroups() {
    core.answer =
        request ->
            new ExecuteAnswer.Finished(
                Demo.NESTED_OUT,
                request,
                List.of(output("figures/text", sum()), output("figures/more", sum())),
                () -> {});
    Document document =
        valid(
            post(
                executeOf(
                    "nested-out",
                    "<wps:Output id='figures'><wps:Output id='text' mimeType='text/xml'/>"
                        + "</wps:Output>")));
    assertThat(core.asked.outputs()).extracting(OutputRequest::id).containsExactly("figures/text");
    Element group = first(document, WPS, "Output");
    assertThat(group.getAttribute("id")).isEqualTo("figures");
    assertThat(((Element) group.getFirstChild()).getAttribute("id")).isEqualTo("text");
    assertThat(document.getElementsByTagNameNS(WPS, "Output").getLength()).isEqualTo(4);
  }

  @Test
  void groupsAreDescribedWithTheirMembers() {
    Document document =
        valid(
            get(
                "service=WPS&version=2.0.0&request=DescribeProcess&identifier=nested-in,nested-out"));
    Element group = first(document, WPS, "Input");
    assertThat(group.getElementsByTagNameNS(WPS, "Input").getLength()).isEqualTo(1);
    Element out = (Element) document.getElementsByTagNameNS(WPS, "Output").item(1);
    assertThat(out.getElementsByTagNameNS(WPS, "Output").getLength()).isEqualTo(1);
  }

  @Test
  void aResultOfNothingIsRefused() {
    core.answer = request -> finished(request);
    assertException(
        post(execute("mode='sync' response='document'", "")), 400, "NoSuchOutput", null);
  }

  @Test
  void nothingIsStoredForAProcessWithoutJobs() {
    assertException(
        post(
            request(
                "Execute",
                " mode='sync' response='document'><ows:Identifier>sync-only</ows:Identifier>"
                    + "<wps:Output id='text' transmission='reference'/>")),
        400,
        "StorageNotSupported",
        null);
  }

  @Test
  void anExtensionIsPassedOver() {
    core.answer = request -> finished(request, output("sum", sum()));
    valid(
        post(
            request(
                "Execute",
                " mode='auto' response='document'><wps:Extension><a><b/></a></wps:Extension>"
                    + "<ows:Identifier>demo</ows:Identifier>")));
    assertThat(core.asked.mode()).isEqualTo(Mode.AUTO);
  }

  // Execute: answers

  @Test
  void aResultHoldsEachOutputInItsForm() {
    core.answer =
        request ->
            finished(
                request,
                output("sum", sum()),
                output("sum", "text/xml", sum()),
                output("extent", extent()),
                output("extent", "text/plain", extent()),
                output("result", complex(Format.XML, "<a xmlns='u'/>")),
                output("result", complex(Format.GEOJSON, "{\"a\":\"<&>\"}")),
                output("picture", complex(Format.BINARY, "hello")));
    Document document = valid(post(execute("mode='sync' response='document'", "")));
    assertThat(document.getElementsByTagNameNS(WPS, "JobID").getLength()).isZero();
    List<String> texts =
        java.util.stream.IntStream.range(0, 7)
            .mapToObj(i -> document.getElementsByTagNameNS(WPS, "Data").item(i).getTextContent())
            .toList();
    assertThat(texts)
        .containsExactly(
            "4.5",
            "4.5",
            "46.0 102.047.0 103.5",
            "46.0,102.0,47.0,103.5,EPSG:4326",
            "",
            "{\"a\":\"<&>\"}",
            "aGVsbG8=");
    assertThat(first(document, WPS, "LiteralValue").getAttribute("uom")).isEqualTo("m");
  }

  @Test
  void aRawAnswerIsTheValueAlone() {
    core.answer = request -> finished(request, output("sum", sum()));
    String raw = "mode='sync' response='raw'";
    FakeHttp plain = post(execute(raw, "<wps:Output id='sum' transmission='reference'/>"));
    assertThat(plain.text()).isEqualTo("4.5");
    assertThat(plain.responseHeaders).containsEntry("Content-Type", "text/plain; charset=UTF-8");
    assertThat(core.asked.outputs().get(0).asReference()).isFalse();

    core.answer = request -> finished(request, output("sum", "text/xml", sum()));
    Document literal = valid(post(execute(raw, "<wps:Output id='sum' mimeType='text/xml'/>")));
    assertThat(literal.getDocumentElement().getLocalName()).isEqualTo("LiteralValue");

    core.answer = request -> finished(request, output("extent", extent()));
    Document box = valid(post(execute(raw, "<wps:Output id='extent'/>")));
    assertThat(box.getDocumentElement().getNamespaceURI()).isEqualTo(OWS);
  }

  @ParameterizedTest
  @EnumSource(JobStatus.class)
  void anAsynchronousExecuteIsAnsweredWithAccepted(JobStatus now) {
    core.answer = request -> new ExecuteAnswer.Accepted(Demo.ALL, view(request, now, 0));
    Document document = valid(post(execute("mode='async' response='document'", "")));
    assertThat(document.getDocumentElement().getLocalName()).isEqualTo("StatusInfo");
    assertThat(text(document, WPS, "Status")).isEqualTo("Accepted");
    assertThat(text(document, WPS, "JobID")).isEqualTo(JOB.toString());
  }

  @Test
  void aKeptResultOfARunTheClientWaitedForIsGivenAtOnce() {
    core.answer =
        request ->
            new ExecuteAnswer.Accepted(
                Demo.ALL,
                view(
                    request,
                    JobStatus.SUCCEEDED,
                    100,
                    List.of(new StoredOutput(JOB, "x.txt", asReference("sum", sum())))));
    Document document =
        valid(
            post(
                execute(
                    "mode='sync' response='document'",
                    "<wps:Output id='sum' transmission='reference'/>")));
    assertThat(text(document, WPS, "JobID")).isEqualTo(JOB.toString());
    assertThat(text(document, WPS, "ExpirationDate")).isEqualTo("2026-11-22T20:00:00.123Z");
    assertThat(
            first(document, WPS, "Reference")
                .getAttributeNS("http://www.w3.org/1999/xlink", "href"))
        .isEqualTo("http://127.0.0.1:8080/outputs/x.txt");
  }

  private static Output asReference(String id, OutputValue value) {
    return new Output(
        id,
        new OutputRequest(
            id, DeclaredFormat.NONE, Optional.empty(), true, Optional.empty(), Optional.empty()),
        value);
  }

  @Test
  void aDefectIsAnInternalServerErrorWithoutItsDetails() {
    FakeHttp http = post(execute("mode='sync' response='document'", ""));
    assertException(http, 500, "InternalServerError", null);
    assertThat(http.text()).doesNotContain("secret");
  }

  @Test
  void aFullServerSaysWhenToComeAgain() {
    core.answer =
        request -> {
          throw new ServerBusyException("All places are taken.", Duration.ofSeconds(17));
        };
    FakeHttp http = post(execute("mode='async' response='document'", ""));
    assertException(http, 503, "ServerBusy", null);
    assertThat(http.responseHeaders).containsEntry("Retry-After", "17");
  }

  // Jobs

  @ParameterizedTest
  @CsvSource({
    "ACCEPTED,Accepted,0",
    "RUNNING,Running,40",
    "PAUSED,Paused,40",
    "SUCCEEDED,Succeeded,100",
    "FAILED,Failed,40"
  })
  void aStatusTellsTheStateAndTheProgress(JobStatus status, String word, int percent) {
    stored = view(request(Mode.ASYNC, false), status, percent == 100 ? 99 : percent);
    Document document = valid(get("service=WPS&version=2.0.0&request=getstatus&JOBID=" + JOB));
    assertThat(text(document, WPS, "Status")).isEqualTo(word);
    assertThat(text(document, WPS, "PercentCompleted")).isEqualTo(Integer.toString(percent));
    if (status.isFinal()) {
      assertThat(text(document, WPS, "ExpirationDate")).isEqualTo("2026-11-22T20:00:00.123Z");
      assertThat(document.getElementsByTagNameNS(WPS, "NextPoll").getLength()).isZero();
    } else {
      assertThat(text(document, WPS, "EstimatedCompletion")).isEqualTo("2026-11-21T20:00:50.123Z");
      assertThat(text(document, WPS, "NextPoll")).isEqualTo("2026-11-21T20:00:05.123Z");
    }
  }

  @Test
  void aDismissedJobIsToldOnceAndIsNoneThen() {
    stored = view(request(Mode.ASYNC, false), JobStatus.RUNNING, 10);
    String dismiss = request("Dismiss", "><wps:JobID>" + JOB + "</wps:JobID>");
    assertThat(text(valid(post(dismiss)), WPS, "Status")).isEqualTo("Dismissed");
    for (String operation : List.of("GetStatus", "GetResult", "Dismiss", "Pause", "Resume")) {
      assertException(
          get("service=WPS&version=2.0.0&request=" + operation + "&jobid=" + JOB),
          400,
          "NoSuchJob",
          JOB.toString());
    }
  }

  @Test
  void aJobIsPausedAndResumedInBothBindings() {
    stored = view(request(Mode.ASYNC, false), JobStatus.RUNNING, 40);
    assertThat(
            text(valid(get("service=WPS&version=2.0.0&request=Pause&jobid=" + JOB)), WPS, "Status"))
        .isEqualTo("Paused");
    String resume =
        "<d:Resume xmlns:d='urn:drover:1.0' xmlns:wps='"
            + WPS
            + "' service='WPS' version='2.0.0'><wps:JobID>"
            + JOB
            + "</wps:JobID></d:Resume>";
    assertThat(text(valid(post(resume)), WPS, "Status")).isEqualTo("Accepted");
  }

  @Test
  void headChangesNoJob() {
    stored = view(request(Mode.ASYNC, false), JobStatus.RUNNING, 40);
    FakeHttp http = FakeHttp.get("", "service=WPS&version=2.0.0&request=Dismiss&jobid=" + JOB);
    http.method = "HEAD";
    assertThat(send(http).status).isEqualTo(405);
    assertThat(stored.job().status()).isEqualTo(JobStatus.RUNNING);
  }

  @Test
  void theResultOfAJobComesAsItWasAskedFor() {
    List<StoredOutput> outputs = List.of(new StoredOutput(JOB, "x", output("sum", sum())));
    String query = "service=WPS&version=2.0.0&request=GetResult&jobid=" + JOB;
    stored = view(request(Mode.ASYNC, false), JobStatus.SUCCEEDED, 100, outputs);
    Document document = valid(get(query));
    assertThat(text(document, WPS, "JobID")).isEqualTo(JOB.toString());
    assertThat(first(document, WPS, "Output").getAttribute("id")).isEqualTo("sum");

    stored = view(request(Mode.ASYNC, true), JobStatus.SUCCEEDED, 100, outputs);
    assertThat(get(query).text()).isEqualTo("4.5");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "RUNNING,ResultNotReady,00000000-0000-4000-8000-000000000001",
        "FAILED,WrongInputData,data"
      })
  void aJobWithoutResultSaysWhy(JobStatus status, String code, String locator) {
    stored = view(request(Mode.ASYNC, false), status, 40);
    assertException(
        post(request("GetResult", "><wps:JobID>" + JOB + "</wps:JobID>")), 400, code, locator);
  }

  @Test
  void anInternalFailureOfAJobIsNoDefectOfItsReport() {
    Job job = view(request(Mode.ASYNC, false), JobStatus.FAILED, 40).job();
    JobFailure failure =
        new JobFailure(Fault.INTERNAL, Optional.empty(), "The process failed; ask for 42.");
    stored =
        new JobView(
            new Job(
                job.id(),
                job.process(),
                job.processVersion(),
                job.owner(),
                job.queue(),
                job.status(),
                job.percent(),
                "",
                job.created(),
                job.updated(),
                job.started(),
                job.finished(),
                job.expires(),
                job.epoch(),
                Optional.of(failure),
                job.terms()),
            Demo.ALL,
            request(Mode.ASYNC, false),
            Outlook.NONE,
            List.of());
    FakeHttp http = get("service=WPS&version=2.0.0&request=GetResult&jobid=" + JOB);
    assertException(http, 500, "InternalServerError", null);
    assertThat(http.text()).contains("ask for 42");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<wps:GetStatus xmlns:wps='http://www.opengis.net/wps/2.0'",
        "<wps:GetStatus service='WPS' version='2.0.0' xmlns:wps='http://www.opengis.net/wps/2.0'><x/></wps:GetStatus>"
      })
  void whatIsNoDocumentOfTheSchemaIsRefused(String xml) {
    assertException(post(xml), 400, "NoApplicableCode", null);
  }
}
