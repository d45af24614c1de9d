package org.drover.wps.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.LiteralType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoredJsonTest {

  private static final Path DATA = Path.of("/data");
  private static final Content FILE =
      new Content.InFile(DATA.resolve("jobs").resolve("1").resolve("in"), 1_000);

  private final StoredJson json = new StoredJson(DATA);

  private record InputHolder(InputValue value) {}

  private record OutputHolder(OutputValue value) {}

  static Stream<InputValue> inputs() {
    return Stream.of(
        new InputValue.Literal("ü\n\"\u0000", Optional.of("xs:string"), Optional.empty()),
        new InputValue.Literal("5", Optional.empty(), Optional.of("m")),
        new InputValue.Box(
            List.of(1.5, -2.0), List.of(3.0, 1e300), Optional.of("EPSG:4326"), OptionalInt.of(2)),
        new InputValue.Box(List.of(), List.of(), Optional.empty(), OptionalInt.empty()),
        new InputValue.Complex(DeclaredFormat.of(Format.GML32), FILE),
        new InputValue.Complex(DeclaredFormat.NONE, FILE),
        new InputValue.Reference(
            "http://a.example/?b=c",
            true,
            List.of(new InputValue.Header("Accept", "x"), new InputValue.Header("Accept", "y")),
            Optional.of(FILE),
            Optional.of("http://b.example/"),
            DeclaredFormat.of("text/xml", null, "http://a.example/x.xsd")),
        new InputValue.Reference(
            "http://a.example/",
            false,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            DeclaredFormat.NONE));
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void everyInputComesBack(InputValue value) {
    InputHolder holder = new InputHolder(value);
    assertThat(json.read(json.write(holder), InputHolder.class)).isEqualTo(holder);
  }

  static Stream<OutputValue> outputs() {
    return Stream.of(
        new OutputValue.Literal("1.5", LiteralType.DOUBLE, Optional.of("km")),
        new OutputValue.Literal("", LiteralType.STRING, Optional.empty()),
        new OutputValue.Box(List.of(1.0, 2.0), List.of(3.0, 4.0), "EPSG:4326"),
        new OutputValue.Complex(Format.BINARY, FILE),
        new OutputValue.Complex(Format.of("image/tiff"), FILE));
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void everyOutputComesBack(OutputValue value) {
    OutputHolder holder = new OutputHolder(value);
    assertThat(json.read(json.write(holder), OutputHolder.class)).isEqualTo(holder);
  }

  @Test
  void fewBytesLieInTheRow() throws IOException {
    byte[] bytes = "a\u0000ü".getBytes(UTF_8);
    InputHolder holder =
        new InputHolder(new InputValue.Complex(DeclaredFormat.NONE, new Content.InMemory(bytes)));
    InputHolder read = json.read(json.write(holder), InputHolder.class);
    Content content = ((InputValue.Complex) read.value()).content();
    try (InputStream in = content.open()) {
      assertThat(in.readAllBytes()).isEqualTo(bytes);
    }
  }

  @Test
  void theDataFolderCanBeMoved(@TempDir Path folder) throws IOException {
    Path before = Files.createDirectories(folder.resolve("before"));
    Path file = Files.writeString(before.resolve("in"), "moved");
    String row =
        new StoredJson(before)
            .write(
                new OutputHolder(
                    new OutputValue.Complex(Format.TEXT, new Content.InFile(file, 5))));
    assertThat(row).doesNotContain("before");
    Path after = Files.move(before, folder.resolve("after"));
    OutputValue value = new StoredJson(after).read(row, OutputHolder.class).value();
    Content content = ((OutputValue.Complex) value).content();
    assertThat(content.file()).contains(after.resolve("in"));
    try (InputStream in = content.open()) {
      assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo("moved");
    }
  }

  private record Part(String name, long from, Optional<Instant> due) {}

  @Test
  void recordsOfProcessesComeBack() {
    Part part = new Part("a", Long.MAX_VALUE, Optional.of(Instant.parse("2026-01-31T12:00:00Z")));
    assertThat(json.read(json.write(part), Part.class)).isEqualTo(part);
  }

  @Test
  void aMemberOfALaterVersionIsLeftOut() {
    assertThat(json.read("{\"name\":\"a\",\"from\":1,\"new\":[]}", Part.class).name())
        .isEqualTo("a");
  }

  @Test
  void noClassIsMadeBecauseTheJsonNamesIt() {
    assertThatThrownBy(
            () -> json.read("{\"value\":{\"kind\":\"java.io.File\"}}", InputHolder.class))
        .isInstanceOf(UncheckedIOException.class);
  }
}
