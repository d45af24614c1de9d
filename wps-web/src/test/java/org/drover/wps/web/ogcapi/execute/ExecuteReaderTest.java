package org.drover.wps.web.ogcapi.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.drover.wps.data.Content;
import org.drover.wps.data.Input;
import org.drover.wps.data.InputValue;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.request.Intake;
import org.drover.wps.process.data.ComplexData;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.InputDescription;
import org.drover.wps.process.describe.LiteralType;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.web.ogcapi.document.ProblemException;
import org.drover.wps.web.ogcapi.execute.ExecuteDocument.Response;
import org.drover.wps.web.ows.InputLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExecuteReaderTest {

  private static final ProcessDescription PROCESS =
      ProcessDescription.of("demo", "1")
          .literalInput("text", "Text", LiteralType.STRING)
          .literalInput("count", "Count", LiteralType.INT)
          .boxInput("box", "Box", List.of("EPSG:4326", "OGC:CRS84"))
          .complexInput(
              "features",
              "Features",
              ComplexData.class,
              List.of(Format.GEOJSON, Format.GML32, Format.WKT))
          .complexInput("image", "Image", ComplexData.class, List.of(Format.BINARY))
          .jsonInput("json", "JSON", "{}")
          .groupInput("style", "Style", members())
          .literalOutput("out", "Out", LiteralType.STRING)
          .build();

  @TempDir private Path folder;

  private static List<InputDescription> members() {
    return ProcessDescription.of("members", "1")
        .literalInput("width", "Width", LiteralType.DOUBLE)
        .literalInput("name", "Name", LiteralType.STRING)
        .literalOutput("out", "Out", LiteralType.STRING)
        .build()
        .inputs();
  }

  private record Folder(Path path) implements Intake {
    @Override
    public Path nextFile() {
      return path.resolve(UUID.randomUUID().toString());
    }

    @Override
    public void close() {}
  }

  private ExecuteDocument read(InputStream json) {
    return new ExecuteReader(PROCESS, new Folder(folder), new InputLimits(1_000_000_000L))
        .read(json);
  }

  private ExecuteDocument read(String json) {
    return read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  private List<Input> inputs(String members) {
    return read("{\"inputs\":{" + members + "}}").inputs();
  }

  private InputValue one(String members) {
    List<Input> inputs = inputs(members);
    assertThat(inputs).hasSize(1);
    return inputs.get(0).value();
  }

  private InputValue.Complex complex(String members) {
    return (InputValue.Complex) one(members);
  }

  private static String text(Content content) throws IOException {
    try (InputStream in = content.open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aRequestHasInputsOutputsResponseAndSubscriber() {
    ExecuteDocument document =
        read(
            "{\"response\":\"document\",\"mode\":\"async\",\"outputs\":{\"out\":{\"format\":"
                + "{\"mediaType\":\"a/b\"},\"transmissionMode\":\"reference\"}},\"subscriber\":"
                + "{\"successUri\":\"http://s\"},\"inputs\":{\"text\":\"t\"}}");

    assertThat(document.response()).contains(Response.DOCUMENT);
    assertThat(document.outputs().get(0).asReference()).contains(true);
    assertThat(document.outputs().get(0).request().format().mediaType()).contains("a/b");
    assertThat(document.subscriber().success()).contains("http://s");
    assertThat(document.inputs()).extracting(Input::id).containsExactly("text");
  }

  @Test
  void literalsAreInLexicalForm() {
    assertThat(one("\"count\":3.0"))
        .isEqualTo(new InputValue.Literal("3", Optional.empty(), Optional.empty()));
    assertThat(one("\"count\":{\"value\":3,\"uom\":\"m\"}"))
        .isEqualTo(new InputValue.Literal("3", Optional.empty(), Optional.of("m")));
    assertThat(inputs("\"text\":[\"a\",\"b\"]")).hasSize(2);
  }

  @Test
  void boxesAreInCrs84UnlessTheySayOtherwise() {
    InputValue.Box box = (InputValue.Box) one("\"box\":{\"bbox\":[1,2,3,4,5,6]}");

    assertThat(box.crs()).contains("OGC:CRS84");
    assertThat(box.upper()).containsExactly(4.0, 5.0, 6.0);
    assertThat(
            ((InputValue.Box) one("\"box\":{\"value\":{\"bbox\":[1,2,3,4],\"crs\":\"EPSG:4326\"}}"))
                .crs())
        .contains("EPSG:4326");
  }

  @Test
  void anObjectIsALinkAQualifiedValueOrTheDataItself() throws IOException {
    InputValue.Complex inline =
        complex("\"features\":{\"type\":\"FeatureCollection\",\"title\":\"t\",\"features\":[1.0]}");
    InputValue.Complex qualified =
        complex("\"features\":{\"mediaType\":\"application/geo+json\",\"value\":{\"a\":1}}");
    InputValue.Reference link =
        (InputValue.Reference)
            one(
                "\"features\":{\"type\":\"application/geo+json\",\"href\":\"http://h/x\",\"rel\":\"r\"}");

    assertThat(text(inline.content()))
        .isEqualTo("{\"type\":\"FeatureCollection\",\"title\":\"t\",\"features\":[1.0]}");
    assertThat(inline.format().mediaType()).contains("application/geo+json");
    assertThat(text(qualified.content())).isEqualTo("{\"a\":1}");
    assertThat(link.href()).isEqualTo("http://h/x");
    assertThat(link.format().mediaType()).contains("application/geo+json");
  }

  @Test
  void aBareStringShowsItsFormat() throws IOException {
    assertThat(complex("\"features\":\" <gml/>\"").format().mediaType().orElseThrow())
        .startsWith("application/gml+xml");
    assertThat(complex("\"features\":\"POINT (1 2)\"").format().mediaType())
        .contains("application/wkt");
    assertThat(text(complex("\"image\":\"aGV 5\"").content())).isEqualTo("hey");
    assertThat(
            text(
                complex("\"image\":{\"value\":\"aGV5\",\"format\":{\"encoding\":\"base64\"}}")
                    .content()))
        .isEqualTo("hey");
  }

  @Test
  void jsonIsAnyValue() throws IOException {
    assertThat(text(complex("\"json\":[1,[2]]").content())).isEqualTo("[1,[2]]");
    assertThat(text(complex("\"json\":\"s\"").content())).isEqualTo("\"s\"");
    assertThat(text(complex("\"json\":1.50").content())).isEqualTo("1.50");
    assertThat(text(complex("\"json\":{\"value\":{\"b\":2}}").content())).isEqualTo("{\"b\":2}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"width\":2,\"name\":[\"a\",\"b\"]}",
        "{\"value\":{\"width\":2,\"name\":[\"a\",\"b\"]}}"
      })
  void aGroupIsAnObject(String group) {
    InputValue.Nested nested = (InputValue.Nested) one("\"style\":" + group);

    assertThat(nested.inputs()).extracting(Input::id).containsExactly("width", "name", "name");
  }

  @Test
  void whatIsWrongInAGroupIsNamedByItsPath() {
    assertThatExceptionOfType(WpsException.class)
        .isThrownBy(() -> inputs("\"style\":{\"width\":\"wide\"}"))
        .satisfies(it -> assertThat(it.locator()).contains("style/width"));
    assertThatExceptionOfType(WpsException.class).isThrownBy(() -> inputs("\"style\":5"));
  }

  @Test
  void largeValuesLieInFilesOnly() throws IOException {
    String point = "[1.5,2.5],";
    String large = point.repeat(100_000);
    InputValue.Complex json =
        complex("\"features\":{\"type\":\"T\",\"coordinates\":[" + large + "0]}");
    InputValue.Complex base64 = complex("\"image\":\"" + "aGV5".repeat(200_000) + "\"");

    assertThat(json.content()).isInstanceOf(Content.InFile.class);
    assertThat(base64.content()).isInstanceOf(Content.InFile.class);
    assertThat(base64.content().length()).isEqualTo(600_000);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).as("nothing stays of the base64").hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"count\":\"3\"",
        "\"text\":5",
        "\"text\":null",
        "\"text\":{\"a\":1}",
        "\"box\":[1,2,3,4]",
        "\"box\":{\"bbox\":[1,2,3,\"4\"]}",
        "\"image\":{\"type\":\"x/y\"}",
        "\"image\":5",
        "\"features\":{\"value\":{\"a\":1},\"mediaType\":\"application/wkt\"}",
        "\"text\":{\"href\":5}"
      })
  void aValueOfAnotherTypeIsRefusedByName(String member) {
    assertThatExceptionOfType(WpsException.class)
        .isThrownBy(() -> inputs(member))
        .satisfies(it -> assertThat(member).startsWith("\"" + it.locator().orElseThrow() + "\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"inputs\":5}",
        "{\"inputs\":{}}x",
        "{\"response\":\"x\"}",
        "{\"outputs\":5}",
        "{\"inputs\":{\"text\":\"a\",\"text\":\"b\"}}",
        "{\"subscriber\":5}",
        "\uFEFF\u0000"
      })
  void whatIsNoRequestIsAProblem(String json) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> read(json))
        .satisfies(it -> assertThat(it.problem().status()).isEqualTo(400));
  }

  @Test
  void aTransferThatBreaksIsAProblem() {
    InputStream broken =
        new FilterInputStream(InputStream.nullInputStream()) {
          @Override
          public int read(byte[] bytes, int offset, int count) throws IOException {
            throw new IOException("gone");
          }
        };

    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read(broken));
  }
}
