package org.drover.wps.web.wps10;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.drover.wps.catalogue.CallerCatalogue;
import org.drover.wps.data.Content;
import org.drover.wps.data.InputValue;
import org.drover.wps.data.Output;
import org.drover.wps.data.OutputRequest;
import org.drover.wps.data.OutputValue;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.EstimateJob;
import org.drover.wps.execution.ExecuteAnswer;
import org.drover.wps.execution.GetStatus;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.execution.request.Mode;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.LiteralType;
import org.drover.wps.security.ProcessAccess;
import org.drover.wps.web.ows.Demo;
import org.drover.wps.web.ows.FakeCore;
import org.drover.wps.web.ows.FakeHttp;
import org.drover.wps.web.ows.OgcSchemas;
import org.drover.wps.web.ows.WpsEndpoints;
import org.drover.wps.web.soap.SoapEnveloping;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** WPS 1.0 in SOAP envelopes, over fake HTTP and a fake core; what is inside is validated. */
class SoapTest {

  private static final String SOAP11 = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final String SOAP12 = "http://www.w3.org/2003/05/soap-envelope";
  private static final String WPS = "http://www.opengis.net/wps/1.0.0";
  private static final String OWS = "http://www.opengis.net/ows/1.1";

  @TempDir private Path folder;
  private FakeCore core;
  private WpsEndpoints server;

  @BeforeEach
  void start() {
    core = new FakeCore(folder);
    CallerCatalogue catalogue = new CallerCatalogue(Demo.catalogue(), new ProcessAccess());
    server =
        new WpsEndpoints(
            new SoapEnveloping(catalogue),
            new Wps10Protocol(
                catalogue,
                new Wps10Protocol.Core(core, new EstimateJob(), new GetStatus()),
                Clock.systemUTC()));
  }

  private FakeHttp send(String soap, String body) {
    String envelope =
        "<s:Envelope xmlns:s='"
            + soap
            + "' xmlns:wps='"
            + WPS
            + "' xmlns:ows='"
            + OWS
            + "' xmlns:out='urn:out'><s:Header><a xmlns='urn:a'><b/></a></s:Header><s:Body>"
            + body
            + "</s:Body></s:Envelope>";
    FakeHttp http = FakeHttp.post("", envelope).with("Accept-Encoding", "gzip");
    if (soap.equals(SOAP12)) {
      http.with("Content-Type", "application/soap+xml; charset=UTF-8");
    } else {
      http.with("SOAPAction", "\"\"");
    }
    server.send(http);
    return http;
  }

  private static Element body(FakeHttp http, String soap) throws Exception {
    assertThat(http.responseHeaders)
        .containsEntry(
            "Content-Type",
            soap.equals(SOAP12)
                ? "application/soap+xml; charset=UTF-8"
                : "text/xml; charset=UTF-8");
    assertThat(http.responseHeaders).doesNotContainKeys("Content-Encoding", "ETag");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Element envelope =
        factory
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(http.text())))
            .getDocumentElement();
    assertThat(envelope.getNamespaceURI()).isEqualTo(soap);
    assertThat(envelope.getLocalName()).isEqualTo("Envelope");
    Element body = (Element) envelope.getFirstChild();
    assertThat(body.getLocalName()).isEqualTo("Body");
    return (Element) body.getFirstChild();
  }

  private static Document valid(Node inside) throws Exception {
    StringWriter text = new StringWriter();
    TransformerFactory.newInstance()
        .newTransformer()
        .transform(new DOMSource(inside), new StreamResult(text));
    return OgcSchemas.valid(text.toString().getBytes(UTF_8));
  }

  private static String execute(String inputs, String form) {
    return "<wps:Execute service='WPS' version='1.0.0'><ows:Identifier>demo</ows:Identifier>"
        + inputs
        + form
        + "</wps:Execute>";
  }

  @ParameterizedTest
  @ValueSource(strings = {SOAP11, SOAP12})
  void everyOperationAnswersInAnEnvelope(String soap) throws Exception {
    valid(body(send(soap, "<wps:GetCapabilities service='WPS'/>"), soap));
    String describe =
        "<wps:DescribeProcess service='WPS' version='1.0.0'><ows:Identifier>demo</ows:Identifier>"
            + "</wps:DescribeProcess>";
    valid(body(send(soap, describe), soap));
    OutputValue sum = new OutputValue.Literal("3", LiteralType.DOUBLE, Optional.of("m"));
    core.answer = request -> finished("sum", sum, request.outputs().isEmpty());
    Document answer = valid(body(send(soap, execute("", "")), soap));
    assertThat(answer.getElementsByTagNameNS(WPS, "LiteralData").item(0).getTextContent())
        .isEqualTo("3");
  }

  private ExecuteAnswer finished(String id, OutputValue value, boolean document) {
    return new ExecuteAnswer.Finished(
        Demo.ALL,
        new ExecuteRequest(
            "demo",
            List.of(),
            document ? List.of() : List.of(OutputRequest.of(id)),
            Mode.SYNC,
            !document,
            Map.of()),
        List.of(new Output(id, OutputRequest.of(id), value)),
        () -> {});
  }

  @Test
  void namespacesOfTheEnvelopeHoldForDataInside() throws Exception {
    OutputValue sum = new OutputValue.Literal("3", LiteralType.DOUBLE, Optional.of("m"));
    core.answer = request -> finished("sum", sum, true);
    body(
        send(
            SOAP12,
            execute(
                "<wps:DataInputs><wps:Input><ows:Identifier>data</ows:Identifier><wps:Data>"
                    + "<wps:ComplexData><out:a/></wps:ComplexData></wps:Data></wps:Input>"
                    + "</wps:DataInputs>",
                "")),
        SOAP12);
    InputValue.Complex data = (InputValue.Complex) core.asked.inputs().get(0).value();
    assertThat(new String(data.content().open().readAllBytes(), UTF_8)).contains("urn:out");
  }

  @Test
  void rawXmlStandsInTheBodyAndOtherDataAsBase64() throws Exception {
    String raw =
        "<wps:ResponseForm><wps:RawDataOutput><ows:Identifier>result</ows:Identifier>"
            + "</wps:RawDataOutput></wps:ResponseForm>";
    core.answer = request -> finished("result", complex(Format.XML, "<a>1</a>"), false);
    assertThat(body(send(SOAP12, execute("", raw)), SOAP12).getLocalName()).isEqualTo("a");
    core.answer = request -> finished("result", complex(Format.GEOJSON, "{}"), false);
    Element data = body(send(SOAP11, execute("", raw)), SOAP11);
    assertThat(data.getAttribute("encoding")).isEqualTo("base64");
    assertThat(data.getAttribute("mimeType")).isEqualTo("application/geo+json");
    assertThat(data.getTextContent()).isEqualTo("e30=");
    core.answer = request -> finished("result", complex(Format.XML, "no xml"), false);
    assertThat(body(send(SOAP12, execute("", raw)), SOAP12).getAttribute("encoding"))
        .isEqualTo("base64");
  }

  private static OutputValue complex(Format format, String text) {
    return new OutputValue.Complex(format, new Content.InMemory(text.getBytes(UTF_8)));
  }

  @Test
  void anErrorIsAFaultWithAnExceptionReport() throws Exception {
    FakeHttp http = send(SOAP12, "<wps:Nonsense/>");
    Element fault = body(http, SOAP12);
    assertThat(http.status).isEqualTo(400);
    assertThat(text(fault, SOAP12, "Value")).isEqualTo("soap:Sender");
    assertThat(text(fault, SOAP12, "Text")).contains("Nonsense");
    assertThat(text(report(fault), OWS, "ExceptionText")).contains("Nonsense");

    FakeHttp old = send(SOAP11, "<wps:DescribeProcess service='WPS' version='1.0.0'/>");
    Element oldFault = body(old, SOAP11);
    assertThat(old.status).isEqualTo(500);
    assertThat(text(oldFault, null, "faultcode")).isEqualTo("soap:Client");
    assertThat(text(oldFault, null, "faultstring")).contains("identifier");
    report(oldFault);
  }

  private static Element report(Element fault) throws Exception {
    return valid(fault.getElementsByTagNameNS(OWS, "ExceptionReport").item(0)).getDocumentElement();
  }

  private static String text(Element of, String namespace, String name) {
    return (namespace == null
            ? of.getElementsByTagName(name)
            : of.getElementsByTagNameNS(namespace, name))
        .item(0)
        .getTextContent();
  }

  @Test
  void whoseFaultItIsIsTold() throws Exception {
    core.answer =
        request -> {
          throw new WpsException(Fault.UNAVAILABLE, "Come <again> & later.");
        };
    FakeHttp http = send(SOAP12, execute("", ""));
    Element fault = body(http, SOAP12);
    assertThat(http.status).isEqualTo(500);
    assertThat(text(fault, SOAP12, "Value")).isEqualTo("soap:Receiver");
    assertThat(text(fault, SOAP12, "Text")).isEqualTo("Come <again> & later.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'/>",
        "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Body/></s:Envelope>",
        "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Other/></s:Envelope>",
        "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Body>text",
        "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Header><a"
            + " s:mustUnderstand='true'/></s:Header><s:Body/></s:Envelope>",
        "<s:Body xmlns:s='http://www.w3.org/2003/05/soap-envelope'/>",
        "<a/>",
        "nothing"
      })
  void anEnvelopeThatIsNoneIsAFaultToo(String message) throws Exception {
    FakeHttp http =
        FakeHttp.post("", message).with("Content-Type", "application/soap+xml; charset=UTF-8");
    server.send(http);
    assertThat(http.status).isEqualTo(400);
    report(body(http, SOAP12));
  }

  @Test
  void theWsdlNamesThisServer() {
    FakeHttp http = FakeHttp.get("", "WSDL");
    server.send(http);
    assertThat(http.text())
        .contains("http://127.0.0.1:8080/wps/1.0.0\"")
        .contains("http://127.0.0.1:8080/schemas/wps/1.0.0/wpsAll.xsd")
        .doesNotContain("${");
    FakeHttp one = FakeHttp.get("/1.0.0", "wsdl=&identifier=demo");
    server.send(one);
    assertThat(one.text()).contains("Demo &lt;&amp;&gt;");
    FakeHttp none = FakeHttp.get("", "WSDL&identifier=nested-in");
    server.send(none);
    assertThat(none.status).isEqualTo(400);
  }
}
