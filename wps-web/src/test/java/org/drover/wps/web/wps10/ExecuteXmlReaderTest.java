package org.drover.wps.web.wps10;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.drover.wps.data.Content;
import org.drover.wps.data.DeclaredFormat;
import org.drover.wps.data.Input;
import org.drover.wps.data.InputValue;
import org.drover.wps.data.xml.SafeXml;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.execution.request.Mode;
import org.drover.wps.web.ows.Demo;
import org.drover.wps.web.ows.FakeCore;
import org.drover.wps.web.ows.InputLimits;
import org.drover.wps.web.ows.OwsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExecuteXmlReaderTest {

  private static final String HEAD =
      "<?xml version='1.0'?><!-- c --><wps:Execute service='WPS' version='1.0.0'"
          + " xmlns:wps='http://www.opengis.net/wps/1.0.0'"
          + " xmlns:ows='http://www.opengis.net/ows/1.1'"
          + " xmlns:xlink='http://www.w3.org/1999/xlink'>"
          + "<ows:Identifier> demo </ows:Identifier>";

  @TempDir private Path folder;
  private FakeCore core;

  @BeforeEach
  void start() {
    core = new FakeCore(folder);
  }

  private ExecuteRequest read(InputStream xml) throws XMLStreamException {
    XMLStreamReader reader = SafeXml.reader(xml);
    while (!reader.isStartElement()) {
      reader.next();
    }
    return new ExecuteXmlReader(
            reader, id -> Demo.ALL, core.openIntake(), new InputLimits(1_000_000_000L))
        .read("en-US");
  }

  private ExecuteRequest read(String rest) throws XMLStreamException {
    return read(new ByteArrayInputStream((HEAD + rest + "</wps:Execute>").getBytes(UTF_8)));
  }

  private Input one(String id, String value) throws XMLStreamException {
    List<Input> inputs =
        read("<wps:DataInputs><wps:Input><ows:Identifier>"
                + id
                + "</ows:Identifier>"
                + value
                + "</wps:Input></wps:DataInputs>")
            .inputs();
    assertThat(inputs).hasSize(1);
    return inputs.get(0);
  }

  private static String bytes(Content content) throws IOException {
    try (InputStream in = content.open()) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  @Test
  void aLiteralKeepsTypeUnitAndText() throws XMLStreamException {
    Input input =
        one(
            "distance",
            "<ows:Title>T</ows:Title><ows:Abstract>A</ows:Abstract><wps:Data>"
                + "<wps:LiteralData dataType='xs:double' uom='km'>1<![CDATA[.]]>5&#x30;"
                + "<!-- c --></wps:LiteralData></wps:Data>");
    assertThat(input)
        .isEqualTo(
            new Input(
                "distance",
                new InputValue.Literal("1.50", Optional.of("xs:double"), Optional.of("km")),
                Optional.of("T"),
                Optional.of("A")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"crs='EPSG:4326' dimensions='2'", "ows:crs='EPSG:4326' ows:dimensions='2'"})
  void aBoxKeepsCrsAndDimensions(String attributes) throws XMLStreamException {
    Input input =
        one(
            "box",
            "<wps:Data><wps:BoundingBoxData "
                + attributes
                + ">"
                + "<ows:LowerCorner>46 102.5</ows:LowerCorner>"
                + "<ows:UpperCorner> 47\n103 </ows:UpperCorner></wps:BoundingBoxData></wps:Data>");
    assertThat(input.value())
        .isEqualTo(
            new InputValue.Box(
                List.of(46.0, 102.5),
                List.of(47.0, 103.0),
                Optional.of("EPSG:4326"),
                OptionalInt.of(2)));
  }

  static Stream<Arguments> complexData() {
    return Stream.of(
        Arguments.of("", "\n <a xmlns='u'><b/>t</a> <!-- c --> ", "<a xmlns=\"u\"><b/>t</a>"),
        Arguments.of("", " {\"a\": \"&lt;\"} \n", "{\"a\": \"<\"}"),
        Arguments.of("", "\n <![CDATA[ <x> ]]> \n", " <x> "),
        Arguments.of("", "a<![CDATA[<]]>b", "a<b"),
        Arguments.of("", "a <!-- c --> b ", "a  b"),
        Arguments.of("", "", ""),
        Arguments.of("encoding='base64'", " aGV\n sbG8= ", "hello"),
        Arguments.of("encoding='Base64'", "<![CDATA[aGVsbG8=]]>", "hello"),
        Arguments.of("encoding='UTF-8'", "aGVsbG8=", "aGVsbG8="));
  }

  @ParameterizedTest
  @MethodSource("complexData")
  void complexDataIsWhatStandsInside(String attributes, String inside, String expected)
      throws XMLStreamException, IOException {
    Input input =
        one(
            "data",
            "<wps:Data><wps:ComplexData mimeType='text/plain' "
                + attributes
                + ">"
                + inside
                + "</wps:ComplexData></wps:Data>");
    InputValue.Complex complex = (InputValue.Complex) input.value();
    assertThat(complex.format().mediaType()).contains("text/plain");
    assertThat(core.files).isEqualTo(1);
    String content = bytes(complex.content());
    assertThat(expected.startsWith("<a") ? withoutOuter(content) : content).isEqualTo(expected);
  }

  private static String withoutOuter(String xml) {
    return xml.replaceAll(" xmlns:(wps|ows|xlink)=\"[^\"]*\"", "").replace("<b />", "<b/>");
  }

  @Test
  void binaryByDefaultIsBase64WithoutSayingSo() throws XMLStreamException, IOException {
    Input input = one("image", "<wps:Data><wps:ComplexData>aGVsbG8=</wps:ComplexData></wps:Data>");
    assertThat(bytes(((InputValue.Complex) input.value()).content())).isEqualTo("hello");
  }

  @Test
  void namespacesOfTheSurroundingsAreKept() throws XMLStreamException, IOException {
    List<Input> inputs =
        read("<wps:DataInputs xmlns:p='urn:p' xmlns='urn:d'><wps:Input>"
                + "<ows:Identifier xmlns='urn:x'>data</ows:Identifier><wps:Data>"
                + "<wps:ComplexData xmlns:q='urn:q'><p:a t='q:name'><e xmlns=''/></p:a>"
                + "</wps:ComplexData></wps:Data></wps:Input></wps:DataInputs>")
            .inputs();
    String xml = bytes(((InputValue.Complex) inputs.get(0).value()).content());
    assertThat(xml).contains("xmlns:p=\"urn:p\"", "xmlns:q=\"urn:q\"", "xmlns=\"urn:d\"");
    XMLStreamReader again = SafeXml.reader(new ByteArrayInputStream(xml.getBytes(UTF_8)));
    again.nextTag();
    assertThat(again.getNamespaceURI()).isEqualTo("urn:p");
    assertThat(again.getNamespaceURI("q")).isEqualTo("urn:q");
    again.nextTag();
    assertThat(again.getNamespaceURI()).isNullOrEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<wps:Data><wps:ComplexData><a/><b/></wps:ComplexData></wps:Data>",
        "<wps:Data><wps:ComplexData><a/>text</wps:ComplexData></wps:Data>",
        "<wps:Data><wps:ComplexData>text<a/></wps:ComplexData></wps:Data>",
        "<wps:Data><wps:ComplexData encoding='base64'>a?b=</wps:ComplexData></wps:Data>",
        "<wps:Data><wps:ComplexData encoding='base64'>aGVsbG8</wps:ComplexData></wps:Data>x",
        "<wps:Data><wps:BoundingBoxData><ows:LowerCorner>a</ows:LowerCorner>"
            + "</wps:BoundingBoxData></wps:Data>",
        "<wps:Data/>",
        "",
        "<wps:Reference/>",
        "<wps:Reference xlink:href='http://x/' method='PUT'/>"
      })
  void dataThatCannotBeIsRefused(String value) {
    assertThatThrownBy(() -> one("data", value))
        .satisfiesAnyOf(
            e -> assertThat(e).isInstanceOfAny(OwsException.class, WpsException.class),
            e -> assertThat(e).isInstanceOf(XMLStreamException.class));
  }

  @Test
  void aReferenceKeepsHeadersAndBody() throws XMLStreamException, IOException {
    Input input =
        one(
            "data",
            "<wps:Reference xlink:href='http://x/?a=1&amp;b=2' method='POST' mimeType='text/xml'>"
                + "<wps:Header key='Accept' value='text/xml'/>"
                + "<wps:Body><q:q xmlns:q='u'/></wps:Body></wps:Reference>");
    InputValue.Reference reference = (InputValue.Reference) input.value();
    assertThat(reference.href()).isEqualTo("http://x/?a=1&b=2");
    assertThat(reference.post()).isTrue();
    assertThat(reference.headers()).containsExactly(new InputValue.Header("Accept", "text/xml"));
    assertThat(bytes(reference.body().orElseThrow())).startsWith("<q:q");
    assertThat(reference.format()).isEqualTo(DeclaredFormat.of("text/xml", "", ""));
  }

  @Test
  void aReferenceByPlainHrefIsAGet() throws XMLStreamException {
    InputValue.Reference reference =
        (InputValue.Reference) one("data", "<wps:Reference href='http://x/'/>").value();
    assertThat(reference.post()).isFalse();
    InputValue.Reference chained =
        (InputValue.Reference)
            one(
                    "data",
                    "<wps:Reference xlink:href='http://x/' method='POST'>"
                        + "<wps:BodyReference xlink:href='http://y/'/></wps:Reference>")
                .value();
    assertThat(chained.bodyHref()).contains("http://y/");
  }

  @Test
  void theResponseFormIsRead() throws XMLStreamException {
    ExecuteRequest request =
        read(
            "<wps:ResponseForm><wps:ResponseDocument storeExecuteResponse='true' status='1'>"
                + "<wps:Output asReference='true' mimeType='text/xml' uom='km'>"
                + "<ows:Identifier>sum</ows:Identifier><ows:Title>T</ows:Title></wps:Output>"
                + "<wps:Output><ows:Identifier>extent</ows:Identifier></wps:Output>"
                + "</wps:ResponseDocument></wps:ResponseForm>");
    assertThat(request.mode()).isEqualTo(Mode.ASYNC);
    assertThat(request.raw()).isFalse();
    assertThat(request.outputs()).hasSize(2);
    assertThat(request.outputs().get(0).asReference()).isTrue();
    assertThat(request.outputs().get(0).unit()).contains("km");
    assertThat(request.outputs().get(0).title()).contains("T");
    assertThat(
            read("<wps:ResponseForm><wps:RawDataOutput><ows:Identifier>sum</ows:Identifier>"
                    + "</wps:RawDataOutput></wps:ResponseForm>")
                .raw())
        .isTrue();
  }

  @Test
  void repeatedInputsKeepTheirOrder() throws XMLStreamException {
    String input =
        "<wps:Input><ows:Identifier>text</ows:Identifier><wps:Data><wps:LiteralData>%d"
            + "</wps:LiteralData></wps:Data></wps:Input>";
    String inputs = input.replace("%d", "1") + input.replace("%d", "2") + input.replace("%d", "3");
    assertThat(read("<wps:DataInputs>" + inputs + "</wps:DataInputs>").inputs())
        .extracting(it -> ((InputValue.Literal) it.value()).text())
        .containsExactly("1", "2", "3");
  }

  @Test
  void moreThanTheInputAllowsIsRefusedWhileItArrives() {
    String text = "x".repeat(3_000_001);
    assertThatThrownBy(
            () ->
                one("data", "<wps:Data><wps:ComplexData>" + text + "</wps:ComplexData></wps:Data>"))
        .isInstanceOfSatisfying(
            WpsException.class,
            e -> {
              assertThat(e.fault()).isEqualTo(Fault.SIZE_EXCEEDED);
              assertThat(e.locator()).contains("data");
            });
  }

  @Test
  void manySmallValuesTogetherAreBounded() {
    String literal =
        "<wps:Input><ows:Identifier>text</ows:Identifier><wps:Data><wps:LiteralData>"
            + "x".repeat(1_000_000)
            + "</wps:LiteralData></wps:Data></wps:Input>";
    assertThatThrownBy(() -> read("<wps:DataInputs>" + literal.repeat(20) + "</wps:DataInputs>"))
        .isInstanceOf(WpsException.class);
  }

  @Test
  void complexValuesBeyondTheMemoryGoToDisk() throws XMLStreamException, IOException {
    String complex =
        "<wps:Input><ows:Identifier>data</ows:Identifier><wps:Data><wps:ComplexData>"
            + "x".repeat(250_000)
            + "</wps:ComplexData></wps:Data></wps:Input>";
    List<Input> inputs =
        read("<wps:DataInputs>" + complex.repeat(80) + "</wps:DataInputs>").inputs();
    Content first = ((InputValue.Complex) inputs.get(0).value()).content();
    Content last = ((InputValue.Complex) inputs.get(79).value()).content();
    assertThat(first.file()).isEmpty();
    assertThat(last.file()).isPresent();
    assertThat(bytes(last)).hasSize(250_000);
  }

  static Stream<Arguments> largeData() {
    String base64 = Base64.getEncoder().encodeToString(new byte[30_000]) + "\n";
    return Stream.of(
        Arguments.of("<![CDATA[", "0123456789".repeat(4000), "]]>", ""),
        Arguments.of("", "0123456789".repeat(4000), "", ""),
        Arguments.of("<a>", "<b>0123456789</b>".repeat(2000), "</a>", ""),
        Arguments.of("", base64, "", " encoding='base64'"));
  }

  @ParameterizedTest
  @MethodSource("largeData")
  void largeDataGoesThroughInPieces(String before, String piece, String after, String attributes)
      throws XMLStreamException {
    int times = 2_000;
    byte[] bytes = piece.getBytes(UTF_8);
    String start =
        HEAD
            + "<wps:DataInputs><wps:Input><ows:Identifier>other</ows:Identifier><wps:Data>"
            + "<wps:ComplexData"
            + attributes
            + ">"
            + before;
    String end = after + "</wps:ComplexData></wps:Data></wps:Input></wps:DataInputs></wps:Execute>";
    InputStream xml =
        new SequenceInputStream(
            Collections.enumeration(
                Stream.concat(
                        Stream.concat(
                            Stream.of(start.getBytes(UTF_8)),
                            Collections.nCopies(times, bytes).stream()),
                        Stream.of(end.getBytes(UTF_8)))
                    .map(ByteArrayInputStream::new)
                    .toList()));
    Runtime runtime = Runtime.getRuntime();
    runtime.gc();
    long before64 = runtime.totalMemory() - runtime.freeMemory();
    Input input = read(xml).inputs().get(0);
    runtime.gc();
    assertThat(runtime.totalMemory() - runtime.freeMemory() - before64).isLessThan(16_000_000L);
    Content content = ((InputValue.Complex) input.value()).content();
    assertThat(content.file()).isPresent();
    assertThat(content.length())
        .isGreaterThanOrEqualTo(attributes.isEmpty() ? (long) times * bytes.length : 60_000_000L);
  }
}
