package org.drover.wps.execution.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.drover.wps.data.Content;
import org.drover.wps.data.DeclaredFormat;
import org.drover.wps.data.Input;
import org.drover.wps.data.InputDecoder;
import org.drover.wps.data.InputValue;
import org.drover.wps.data.OutputEncoder;
import org.drover.wps.data.OutputRequest;
import org.drover.wps.data.OutputValue;
import org.drover.wps.data.fetch.Fetcher;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.process.data.BoundingBox;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.AllowedValues;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.InputDescription;
import org.drover.wps.process.describe.LiteralType;
import org.drover.wps.process.describe.OutputDescription;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.process.describe.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputCheckTest {

  private static final String POINT = "{\"type\":\"Point\",\"coordinates\":[1,2]}";

  private static final InputDescription DISTANCE =
      new InputDescription(
          "distance",
          Texts.titled("Distance"),
          1,
          1,
          new DataDescription.Literal(
              LiteralType.DOUBLE,
              List.of("m", "km", "ft"),
              new AllowedValues.OneOf(
                  List.of(),
                  List.of(
                      new AllowedValues.Range(
                          Optional.of("0"), Optional.of("1000"), Optional.of("0.1"), true, false))),
              Optional.empty()),
          Double.class);

  private static final InputDescription STYLE =
      new InputDescription(
          "style",
          Texts.titled("Style"),
          0,
          1,
          new DataDescription.Literal(
              LiteralType.STRING,
              List.of(),
              new AllowedValues.OneOf(List.of("ROUND", "FLAT"), List.of()),
              Optional.of("ROUND")),
          String.class);

  private static final InputDescription FEATURES =
      new InputDescription(
          "features",
          Texts.titled("Features"),
          0,
          2,
          new DataDescription.Complex(
              List.of(Format.GEOJSON, Format.GML32), OptionalLong.of(1_000)),
          FeatureCollection.class);

  private static final InputDescription AREA =
      new InputDescription(
          "area",
          Texts.titled("Area"),
          0,
          1,
          new DataDescription.Box(List.of("EPSG:4326", "OGC:CRS84"), Optional.empty()),
          BoundingBox.class);

  private static final ProcessDescription PROCESS =
      ProcessDescription.of("p", "1")
          .input(DISTANCE)
          .input(STYLE)
          .input(FEATURES)
          .input(AREA)
          .output(
              new OutputDescription(
                  "length",
                  Texts.titled("Length"),
                  new DataDescription.Literal(
                      LiteralType.DOUBLE,
                      List.of("m", "km"),
                      new AllowedValues.Any(),
                      Optional.empty()),
                  Double.class))
          .complexOutput(
              "result", "Result", FeatureCollection.class, List.of(Format.GEOJSON, Format.GML32))
          .build();

  @TempDir private Path folder;
  private final InputCheck check =
      new InputCheck(new Fetcher(), new Constraints(ConstraintsTest.VALIDATOR));

  @Test
  void orderIsKeptAndDefaultsAreFilledIn() {
    List<Input> checked = check.check(PROCESS, List.of(features(POINT, null), distance("5", "m")));
    assertThat(checked.stream().map(Input::id)).containsExactly("features", "distance", "style");
  }

  @ParameterizedTest
  @CsvSource({"5, m, 5", "0.5, km, 500", "10, urn:ogc:def:uom:EPSG::9001, 10", "0.3, , 0.3"})
  void aValueIsHandedOverInTheDefaultUnit(String text, String unit, double expected)
      throws IOException {
    Input checked = check.check(PROCESS, List.of(distance(text, unit))).get(0);
    assertThat(InputDecoder.decode(DISTANCE, checked.value(), folder)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1000.1", "0.05", "NaN", "INF", "abc", "1d", "0x1p3", ""})
  void aValueOutOfRangeOrFormIsRefused(String text) {
    assertRefused(Fault.INVALID_INPUT, "distance", distance(text, null));
  }

  @Test
  void aMissingInputIsNamed() {
    assertRefused(Fault.MISSING_INPUT, "distance", features(POINT, null));
  }

  @Test
  void unknownAndTooManyInputsAreRefused() {
    Input distance = distance("5", null);
    assertRefused(Fault.TOO_MANY_INPUTS, "distance", distance, distance);
    assertRefused(Fault.NO_SUCH_INPUT, "x", distance, Input.of("x", distance.value()));
  }

  @Test
  void anUnknownUnitAndAWrongDataTypeAreRefused() {
    assertRefused(Fault.UNSUPPORTED_FORMAT, "distance", distance("5", "kg"));
    assertRefused(
        Fault.INVALID_INPUT,
        "distance",
        Input.of(
            "distance", new InputValue.Literal("5", Optional.of("xs:dateTime"), Optional.empty())));
  }

  @Test
  void aStringIsOneOfTheAllowed() {
    assertRefused(
        Fault.INVALID_INPUT,
        "style",
        distance("5", null),
        Input.of("style", new InputValue.Literal("SQUARE", Optional.empty(), Optional.empty())));
  }

  @ParameterizedTest
  @CsvSource({
    "application/geo+json, application/geo+json",
    "APPLICATION/JSON; charset=utf-8, application/geo+json",
    "text/xml; subtype=gml/3.2.1, application/gml+xml; version=3.2",
    "text/xml;subtype=\"gml/3.2\", application/gml+xml; version=3.2",
    "text/xml, application/gml+xml; version=3.2"
  })
  void aFormatIsKnownByItsOtherNames(String declared, String resolved) {
    InputValue value =
        check.check(PROCESS, List.of(features("x", declared), distance("5", null))).get(0).value();
    assertThat(((InputValue.Complex) value).format().mediaType()).contains(resolved);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/csv", "text/xml; subtype=gml/3.1.1", "image/tiff"})
  void aFormatNotSupportedIsRefused(String declared) {
    assertRefused(
        Fault.UNSUPPORTED_FORMAT, "features", features("x", declared), distance("5", null));
  }

  @Test
  void dataLargerThanDescribedIsRefused() {
    assertRefused(
        Fault.SIZE_EXCEEDED, "features", features("x".repeat(1_001), null), distance("5", null));
  }

  @Test
  void aBoxIsSwappedByItsReferenceSystem() throws IOException {
    assertThat(box("urn:ogc:def:crs:EPSG:6.6:4326"))
        .isEqualTo(new BoundingBox(List.of(102.0, 46.0), List.of(103.0, 47.0), "EPSG:4326"));
    assertThat(box("CRS84"))
        .isEqualTo(new BoundingBox(List.of(46.0, 102.0), List.of(47.0, 103.0), "OGC:CRS84"));
  }

  private Object box(String crs) throws IOException {
    Input area =
        Input.of(
            "area",
            new InputValue.Literal(
                "46,102,47,103," + crs + ",2", Optional.empty(), Optional.empty()));
    Input checked = check.check(PROCESS, List.of(area, distance("5", null))).get(0);
    return InputDecoder.decode(AREA, checked.value(), folder);
  }

  @Test
  void aBoxInAnotherSystemOrOfOddDimensionsIsRefused() {
    assertRefused(
        Fault.UNSUPPORTED_FORMAT,
        "area",
        box(List.of(1.0, 2.0), "EPSG:3857", OptionalInt.empty()),
        distance("5", null));
    assertRefused(
        Fault.INVALID_INPUT,
        "area",
        box(List.of(1.0, 2.0), "EPSG:4326", OptionalInt.of(3)),
        distance("5", null));
    assertRefused(
        Fault.INVALID_INPUT,
        "area",
        box(List.of(Double.NaN, 2.0), "EPSG:4326", OptionalInt.empty()),
        distance("5", null));
  }

  private static Input box(List<Double> lower, String crs, OptionalInt dimensions) {
    return Input.of(
        "area", new InputValue.Box(lower, List.of(3.0, 4.0), Optional.of(crs), dimensions));
  }

  @Test
  void stagedFeaturesAreOpenedAgain() throws IOException {
    InputValue value =
        check.check(PROCESS, List.of(features(POINT, null), distance("5", null))).get(0).value();
    Path target = folder.resolve("input-0");
    InputDecoder.stage(FEATURES, value, target);
    InputDecoder.stage(FEATURES, value, target);
    assertThat(target).exists();
    FeatureCollection opened = (FeatureCollection) InputDecoder.open(FEATURES, value, target);
    assertThat(opened.size()).isEqualTo(1);
    assertThat(opened.crs()).isEqualTo("OGC:CRS84");
  }

  @Test
  void badFeaturesAreAnInvalidInput() {
    InputValue value =
        check.check(PROCESS, List.of(features("{}", null), distance("5", null))).get(0).value();
    Path target = folder.resolve("input-0");
    assertThatThrownBy(() -> InputDecoder.stage(FEATURES, value, target))
        .isInstanceOfSatisfying(
            WpsException.class,
            e -> {
              assertThat(e.fault()).isEqualTo(Fault.INVALID_INPUT);
              assertThat(e.locator()).contains("features");
            });
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void outputsAreCheckedAndConverted() throws IOException {
    OutputRequest unknown = OutputRequest.of("x");
    assertThatThrownBy(() -> OutputEncoder.check(PROCESS, List.of(unknown)))
        .isInstanceOfSatisfying(
            WpsException.class, e -> assertThat(e.fault()).isEqualTo(Fault.NO_SUCH_OUTPUT));
    OutputRequest csv = request("result", "text/csv", null);
    assertThatThrownBy(() -> OutputEncoder.check(PROCESS, List.of(csv)))
        .isInstanceOfSatisfying(
            WpsException.class, e -> assertThat(e.fault()).isEqualTo(Fault.UNSUPPORTED_FORMAT));
    OutputRequest km = request("length", null, "km");
    OutputEncoder.check(PROCESS, List.of(km, request("result", "application/json", null)));
    OutputValue value =
        OutputEncoder.encode(
                PROCESS.findOutput("length").orElseThrow(), km, 1500.0, folder.resolve("o"))
            .value();
    assertThat(value)
        .isEqualTo(new OutputValue.Literal("1.5", LiteralType.DOUBLE, Optional.of("km")));
  }

  private static OutputRequest request(String id, String mediaType, String unit) {
    return new OutputRequest(
        id,
        DeclaredFormat.of(mediaType, null, null),
        Optional.ofNullable(unit),
        false,
        Optional.empty(),
        Optional.empty());
  }

  private static Input distance(String text, String unit) {
    return Input.of(
        "distance", new InputValue.Literal(text, Optional.empty(), Optional.ofNullable(unit)));
  }

  private static Input features(String text, String mediaType) {
    return Input.of(
        "features",
        new InputValue.Complex(
            DeclaredFormat.of(mediaType, null, null), new Content.InMemory(text.getBytes(UTF_8))));
  }

  private void assertRefused(Fault fault, String locator, Input... inputs) {
    assertThatThrownBy(() -> check.check(PROCESS, List.of(inputs)))
        .isInstanceOfSatisfying(
            WpsException.class,
            e -> {
              assertThat(e.fault()).isEqualTo(fault);
              assertThat(e.locator()).contains(locator);
              assertThat(e.getMessage()).contains(locator);
            });
  }

  @Test
  void jsonIsHeldAgainstItsSchema() {
    ProcessDescription process =
        ProcessDescription.of("p", "1")
            .jsonInput("sizes", "Sizes", "{\"type\":\"array\",\"items\":{\"type\":\"integer\"}}")
            .jsonOutput("sum", "Sum", "{\"type\":\"integer\"}")
            .build();
    InputCheck check = new InputCheck(new Fetcher(), new Constraints(ConstraintsTest.VALIDATOR));
    for (String good : List.of("[]", "[1, 2]")) {
      assertThat(check.check(process, List.of(json(good)))).hasSize(1);
    }
    for (String bad : List.of("[1.5]", "{}", "[1", "")) {
      assertThatThrownBy(() -> check.check(process, List.of(json(bad))))
          .isInstanceOfSatisfying(
              WpsException.class,
              e -> {
                assertThat(e.fault()).isEqualTo(Fault.INVALID_INPUT);
                assertThat(e.locator()).contains("sizes");
                assertThat(e).hasMessageContaining("Input 'sizes'");
              });
    }
  }

  private static Input json(String text) {
    return Input.of(
        "sizes",
        new InputValue.Complex(DeclaredFormat.NONE, new Content.InMemory(text.getBytes(UTF_8))));
  }
}
