package org.drover.wps.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.process.data.BoundingBox;
import org.drover.wps.process.data.ComplexData;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.AllowedValues;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.LiteralType;
import org.drover.wps.process.describe.OutputDescription;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.process.describe.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class OutputEncoderTest {

  private static final Format CSV = Format.of("text/csv");
  private static final Format TSV = Format.of("text/tab-separated-values");

  private static final ProcessDescription PROCESS =
      ProcessDescription.of("p", "1")
          .output(literal("length", LiteralType.DOUBLE, List.of("m", "km", "ft")))
          .output(literal("count", LiteralType.INT, List.of("s", "min")))
          .output(literal("text", LiteralType.STRING, List.of()))
          .complexOutput("table", "Table", ComplexData.class, List.of(CSV, TSV))
          .complexOutput(
              "features",
              "Features",
              FeatureCollection.class,
              List.of(Format.GEOJSON, Format.GML32))
          .complexOutput(
              "shape", "Shape", org.locationtech.jts.geom.Geometry.class, List.of(Format.WKT))
          .output(
              new OutputDescription(
                  "area",
                  Texts.titled("Area"),
                  new DataDescription.Box(List.of("EPSG:4326"), Optional.empty()),
                  BoundingBox.class))
          .build();

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({", m, 1500.0", "m, m, 1500.0", "km, km, 1.5", "urn:ogc:def:uom:EPSG::9036, km, 1.5"})
  void aNumberIsGivenInTheUnitAskedFor(String asked, String unit, String text) throws IOException {
    assertThat(encode("length", unit(asked), 1500.0))
        .isEqualTo(new OutputValue.Literal(text, LiteralType.DOUBLE, Optional.of(unit)));
  }

  @Test
  void aWholeNumberStaysOne() throws IOException {
    assertThat(encode("count", unit("min"), 120))
        .isEqualTo(new OutputValue.Literal("2", LiteralType.INT, Optional.of("min")));
  }

  @Test
  void textAndEnumsHaveNoUnit() throws IOException {
    assertThat(encode("text", OutputRequest.of("text"), Fault.INTERNAL))
        .isEqualTo(new OutputValue.Literal("INTERNAL", LiteralType.STRING, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    ", application/geo+json, {",
    "application/json, application/geo+json, {",
    "application/gml+xml, application/gml+xml; version=3.2, <?xml",
    "text/xml; subtype=gml/3.2, application/gml+xml; version=3.2, <?xml"
  })
  void featuresAreWrittenInTheFormatAskedFor(String asked, String given, String begin)
      throws IOException {
    FeatureCollection none = FeatureCollection.of("OGC:CRS84", List.of());
    OutputValue.Complex value =
        (OutputValue.Complex) encode("features", format("features", asked), none);
    assertThat(value.format().mediaType()).isEqualTo(given);
    assertThat(text(value)).startsWith(begin);
  }

  @Test
  void manyBytesGoToTheFile() throws IOException {
    FeatureCollection many =
        FeatureCollection.of(
            "OGC:CRS84",
            IntStream.range(0, 10_000)
                .mapToObj(i -> new Feature("f" + i, null, Map.of()))
                .toList());
    OutputValue.Complex value =
        (OutputValue.Complex) encode("features", OutputRequest.of("features"), many);
    assertThat(value.content().file()).contains(folder.resolve("out"));
  }

  @Test
  void aGeometryIsWritten() throws IOException {
    var point = new GeometryFactory().createPoint(new Coordinate(1, 2));
    assertThat(text((OutputValue.Complex) encode("shape", OutputRequest.of("shape"), point)))
        .isEqualTo("POINT (1 2)");
  }

  @Test
  void aBoxIsWrittenInTheOrderOfItsReferenceSystem() throws IOException {
    BoundingBox box = new BoundingBox(List.of(102.0, 46.0), List.of(103.0, 47.0), "EPSG:4326");
    OutputValue.Box value = (OutputValue.Box) encode("area", OutputRequest.of("area"), box);
    assertThat(value.lower()).containsExactly(46.0, 102.0);
  }

  @Test
  void aProcessThatWritesItselfDecidesUnlessTheClientDoes() throws IOException {
    ComplexData tsv = ComplexData.of(TSV, "a\tb");
    OutputValue.Complex free =
        (OutputValue.Complex) encode("table", OutputRequest.of("table"), tsv);
    assertThat(free.format()).isEqualTo(TSV);
    assertThat(text(free)).isEqualTo("a\tb");
    OutputValue.Complex asked =
        (OutputValue.Complex) encode("table", format("table", "TEXT/tab-separated-values"), tsv);
    assertThat(asked.format()).isEqualTo(TSV);
    assertThatThrownBy(() -> encode("table", format("table", "text/csv"), tsv))
        .isInstanceOfSatisfying(
            WpsException.class, e -> assertThat(e.fault()).isEqualTo(Fault.UNSUPPORTED_FORMAT));
  }

  @Test
  void whatCannotBeDeliveredIsRefusedBeforeTheRun() {
    assertRefused(Fault.NO_SUCH_OUTPUT, OutputRequest.of("x"), "length, count");
    assertRefused(Fault.UNSUPPORTED_FORMAT, format("features", "text/csv"), "application/geo+json");
    assertRefused(Fault.UNSUPPORTED_FORMAT, format("table", "application/json"), "text/csv");
    assertRefused(Fault.UNSUPPORTED_FORMAT, with("length", DeclaredFormat.NONE, "kg"), "m, km, ft");
    assertRefused(Fault.UNSUPPORTED_FORMAT, with("text", DeclaredFormat.NONE, "m"), "no unit");
  }

  private static void assertRefused(Fault fault, OutputRequest request, String told) {
    assertThatThrownBy(() -> OutputEncoder.check(PROCESS, List.of(request)))
        .isInstanceOfSatisfying(
            WpsException.class,
            e -> {
              assertThat(e.fault()).isEqualTo(fault);
              assertThat(e.locator()).contains(request.id());
              assertThat(e).hasMessageContaining(told);
            });
  }

  private OutputValue encode(String id, OutputRequest request, Object value) throws IOException {
    OutputRequest named = with(id, request.format(), request.unit().orElse(null));
    OutputEncoder.check(PROCESS, List.of(named));
    OutputDescription output = PROCESS.findOutput(id).orElseThrow();
    return OutputEncoder.encode(output, named, value, folder.resolve("out")).value();
  }

  private static OutputDescription literal(String id, LiteralType type, List<String> units) {
    return new OutputDescription(
        id,
        Texts.titled(id),
        new DataDescription.Literal(type, units, new AllowedValues.Any(), Optional.empty()),
        type.javaType());
  }

  private static OutputRequest unit(String unit) {
    return with("any", DeclaredFormat.NONE, unit);
  }

  private static OutputRequest format(String id, String mediaType) {
    return with(id, DeclaredFormat.of(mediaType, null, null), null);
  }

  private static OutputRequest with(String id, DeclaredFormat format, String unit) {
    return new OutputRequest(
        id, format, Optional.ofNullable(unit), false, Optional.empty(), Optional.empty());
  }

  private static String text(OutputValue.Complex value) throws IOException {
    try (InputStream in = value.content().open()) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
