package org.drover.wps.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.backend.Backends;
import org.drover.wps.backend.sandbox.HostSandbox;
import org.drover.wps.process.Execution;
import org.drover.wps.process.InvalidInputException;
import org.drover.wps.process.data.BoundingBox;
import org.drover.wps.process.data.ComplexData;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.registry.Offering;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command processes that come with Drover, run with the real programs. */
class SampleCommandsTest {

  private static final Path SAMPLES = Path.of("..", "samples", "commands");
  private static final Path DATA =
      Path.of("..", "wps-processes", "src", "main", "resources", "META-INF", "drover", "samples");
  private static final Format TIFF = new Format("image/tiff", "base64", "");

  private static List<Offering> offerings = List.of();

  @TempDir Path scratch;
  private final List<Double> progress = new ArrayList<>();

  @BeforeAll
  static void read() {
    HostSandbox sandbox = new HostSandbox();
    sandbox.prepare();
    new Commands(new Backends(List.of(sandbox)), it -> offerings = it).look(List.of(SAMPLES));
  }

  private static Offering.Direct find(String id) {
    return (Offering.Direct)
        offerings.stream()
            .filter(it -> it.description().id().equals(id))
            .findFirst()
            .orElseThrow(() -> new AssertionError(id + " is not among " + offerings));
  }

  private Map<String, Object> run(String id, Map<String, List<Object>> inputs) throws Exception {
    return run(id, inputs, Map.of());
  }

  private Map<String, Object> run(
      String id, Map<String, List<Object>> inputs, Map<String, Format> wanted) throws Exception {
    return find(id).body().run(inputs, new Recording(wanted));
  }

  private final class Recording implements Execution {
    private final Map<String, Format> wanted;

    Recording(Map<String, Format> wanted) {
      this.wanted = wanted;
    }

    @Override
    public void progress(double percent, String message) {
      progress.add(percent);
    }

    @Override
    public void checkStopped() {}

    @Override
    public Path scratch() {
      return scratch;
    }

    @Override
    public Optional<Format> wantedFormat(String output) {
      return Optional.ofNullable(wanted.get(output));
    }
  }

  private static ComplexData temperature() {
    return ComplexData.of(TIFF, DATA.resolve("temperature.tif"));
  }

  private static ComplexData countries() {
    return ComplexData.of(Format.GEOJSON, DATA.resolve("countries.geojson"));
  }

  private static byte[] bytes(Object value) throws IOException {
    try (InputStream in = ((ComplexData) value).open()) {
      return in.readAllBytes();
    }
  }

  private static String text(Object value) throws IOException {
    return new String(bytes(value), java.nio.charset.StandardCharsets.UTF_8);
  }

  private static int unsigned(byte[] bytes, int at) {
    return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
  }

  @Test
  void allAreRightAndAllWhoseProgramIsThereAreOffered() throws Exception {
    try (var files = Files.list(SAMPLES)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".yaml")).toList()) {
        assertThat(CommandReader.read(file).description().texts().title()).isNotEmpty();
      }
    }
    assertThat(offerings.stream().map(it -> it.description().id()))
        .contains(
            "gdal-translate",
            "gdal-warp",
            "gdal-contour",
            "gdal-hillshade",
            "gdal-rasterize",
            "ogr2ogr-convert",
            "python-number-statistics");
  }

  @Test
  void aRasterIsCutOutResizedAndConverted() throws Exception {
    BoundingBox window = new BoundingBox(List.of(0.0, 0.0), List.of(60.0, 60.0), "EPSG:4326");
    Map<String, Object> made =
        run(
            "gdal-translate",
            Map.of(
                "raster", List.of(temperature()),
                "window", List.of(window),
                "width", List.of(30),
                "resampling", List.of("nearest"),
                "band", List.of(1)),
            Map.of("result", new Format("image/png", "base64", "")));
    byte[] png = bytes(made.get("result"));
    assertThat(new String(png, 1, 3, java.nio.charset.StandardCharsets.US_ASCII)).isEqualTo("PNG");
    assertThat(unsigned(png, 18)).isEqualTo(30);
    assertThat(unsigned(png, 22)).isEqualTo(30);
    assertThat(progress).isNotEmpty().last().satisfies(it -> assertThat(it).isBetween(1.0, 100.0));
  }

  @Test
  void aRasterIsReprojected() throws Exception {
    Map<String, Object> made =
        run(
            "gdal-warp",
            Map.of(
                "raster", List.of(temperature()),
                "crs", List.of("EPSG:3035"),
                "resampling", List.of("near"),
                "resolution", List.of(200_000.0)));
    assertThat(text(made.get("result"))).contains("ETRS89-extended / LAEA Europe");
  }

  @Test
  void anUnknownReferenceSystemIsTheClientsError() {
    assertThatThrownBy(
            () ->
                run(
                    "gdal-warp",
                    Map.of(
                        "raster", List.of(temperature()),
                        "crs", List.of("EPSG:0"),
                        "resampling", List.of("near"))))
        .isInstanceOfSatisfying(
            InvalidInputException.class, it -> assertThat(it.input()).isEqualTo("crs"))
        .hasMessageContaining("EPSG");
  }

  @Test
  void contourLinesAreDrawn() throws Exception {
    Map<String, Object> made =
        run(
            "gdal-contour",
            Map.of(
                "raster", List.of(temperature()),
                "band", List.of(1),
                "interval", List.of(10.0)));
    assertThat(text(made.get("contours")))
        .contains("\"FeatureCollection\"", "\"LineString\"", "\"value\": 20");
  }

  @Test
  void aTerrainIsShaded() throws Exception {
    Map<String, Object> made =
        run(
            "gdal-hillshade",
            Map.of(
                "dem", List.of(temperature()),
                "azimuth", List.of(315.0),
                "altitude", List.of(45.0),
                "scale", List.of(1.0)));
    assertThat(text(made.get("hillshade"))).startsWith("II*");
  }

  @Test
  void featuresAreBurntIn() throws Exception {
    Map<String, Object> made =
        run(
            "gdal-rasterize",
            Map.of(
                "features", List.of(countries()),
                "resolution", List.of(2.0)));
    assertThat(text(made.get("raster"))).startsWith("II*");
  }

  @Test
  void featuresAreConverted() throws Exception {
    Map<String, Object> made =
        run(
            "ogr2ogr-convert",
            Map.of("features", List.of(countries())),
            Map.of("result", Format.of("text/csv")));
    assertThat(text(made.get("result")).lines().count()).isGreaterThan(50);
  }

  @Test
  void aPythonScriptGivesALiteralAndWhatItPrints() throws Exception {
    Map<String, Object> made =
        run(
            "python-number-statistics",
            Map.of(
                "numbers", List.of(ComplexData.of(Format.TEXT, "1\n2\n4.5\n")),
                "round", List.of(1)));
    assertThat(made.get("mean")).isEqualTo(2.5);
    assertThat(text(made.get("report"))).contains("\"count\": 3");
    assertThat(progress).contains(50.0);
    assertThat(scratch.resolve("log.txt")).hasContent("percent=50\n");
  }

  @Test
  void aPythonScriptRefusesAnInput() {
    assertThatThrownBy(
            () ->
                run(
                    "python-number-statistics",
                    Map.of(
                        "numbers", List.of(ComplexData.of(Format.TEXT, "one\n")),
                        "round", List.of(1))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'one");
  }

  @Test
  void theCostIsEstimatedBySize() throws Exception {
    assertThat(
            find("gdal-warp")
                .estimator()
                .orElseThrow()
                .estimate(Map.of("raster", List.of(ComplexData.of(TIFF, new byte[10_000_000]))))
                .orElseThrow()
                .seconds())
        .isEqualTo(3.0);
  }
}
