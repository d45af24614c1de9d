package org.drover.wps.process.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.drover.wps.process.About;
import org.drover.wps.process.AllowedText;
import org.drover.wps.process.ConformanceProcess;
import org.drover.wps.process.CrsList;
import org.drover.wps.process.Default;
import org.drover.wps.process.DirectProcess;
import org.drover.wps.process.Encoded;
import org.drover.wps.process.Execution;
import org.drover.wps.process.Formats;
import org.drover.wps.process.JsonSchema;
import org.drover.wps.process.MaxMegabytes;
import org.drover.wps.process.Occurs;
import org.drover.wps.process.ProcessInfo;
import org.drover.wps.process.Range;
import org.drover.wps.process.Title;
import org.drover.wps.process.data.BoundingBox;
import org.drover.wps.process.data.ComplexData;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.data.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnotatedProcessTest {

  enum Corner {
    ROUND,
    SHARP
  }

  record Out(String text) {}

  record In(
      @Title(
              value = "Distance",
              summary = "How far",
              unit = "m",
              moreUnits = {"km"},
              keywords = "far",
              metadata = @About(title = "Metre", href = "https://example.com/metre"))
          @Positive
          double distance,
      @Min(1) @Max(9) @Default("3") int count,
      @Range(min = "0", max = "1", spacing = "0.25", maxOpen = true) Optional<Double> share,
      Optional<@DecimalMax(value = "5", inclusive = false) Double> below,
      List<@Positive Double> sizes,
      @Occurs(min = 0, max = 2) List<String> names,
      @Default("ROUND") Corner corner,
      @AllowedText({"a", "b"}) String letter,
      @CrsList("EPSG:25832") @Default("1,2,3,4") BoundingBox box,
      @MaxMegabytes(2) FeatureCollection features,
      @Formats(@Encoded(mediaType = "image/png", encoding = "base64"))
          Optional<ComplexData> picture) {}

  @ProcessInfo(
      id = "all",
      memoryMegabytes = 250,
      title = "All",
      version = "2",
      summary = "All there is",
      keywords = "k",
      metadata = @About(title = "More", href = "https://example.com"),
      queue = "long",
      sync = false,
      keep = "P1D")
  static final class All implements DirectProcess<In, Out> {
    @Override
    public Out run(In in, Execution execution) {
      throw new UnsupportedOperationException();
    }
  }

  private static final ProcessDescription ALL = AnnotatedProcess.describe(All.class);

  private static InputDescription input(String id) {
    return ALL.findInput(id).orElseThrow();
  }

  private static DataDescription.Literal literal(String id) {
    return (DataDescription.Literal) input(id).data();
  }

  private static AllowedValues.Range range(String id) {
    return ((AllowedValues.OneOf) literal(id).allowed()).ranges().get(0);
  }

  @Test
  void theProcessIsDescribed() {
    assertThat(ALL.id()).isEqualTo("all");
    assertThat(ALL.version()).isEqualTo("2");
    assertThat(ALL.queue()).isEqualTo("long");
    assertThat(ALL.keep()).contains(Duration.ofDays(1));
    assertThat(ALL.limits().memory()).hasValue(250_000_000);
    assertThat(ALL.jobControl())
        .containsExactlyInAnyOrder(JobControl.ASYNC_EXECUTE, JobControl.DISMISS);
    assertThat(ALL.texts())
        .isEqualTo(
            new Texts(
                "All",
                "All there is",
                List.of("k"),
                List.of(new Metadata("More", "https://example.com"))));
  }

  @ParameterizedTest
  @CsvSource({
    "distance, 1, 1",
    "count, 0, 1",
    "share, 0, 1",
    "sizes, 1, 1000",
    "names, 0, 2",
    "features, 1, 1",
    "picture, 0, 1"
  })
  void theTypeTellsHowOftenAnInputIsGiven(String id, int min, int max) {
    assertThat(input(id).minOccurs()).isEqualTo(min);
    assertThat(input(id).maxOccurs()).isEqualTo(max);
  }

  @Test
  void textsAndUnitsAreThoseOfTheTitle() {
    assertThat(input("distance").texts())
        .isEqualTo(
            new Texts(
                "Distance",
                "How far",
                List.of("far"),
                List.of(new Metadata("Metre", "https://example.com/metre"))));
    assertThat(literal("distance").units()).containsExactly("m", "km");
    assertThat(literal("distance").type()).isEqualTo(LiteralType.DOUBLE);
  }

  @Test
  void withoutATitleTheIdentifierServes() {
    assertThat(input("letter").texts()).isEqualTo(Texts.titled("letter"));
  }

  @ParameterizedTest
  @CsvSource({
    "distance, 0, , open-closed",
    "count, 1, 9, closed",
    "share, 0, 1, closed-open",
    "below, , 5, closed-open",
    "sizes, 0, , open-closed"
  })
  void constraintsBecomeRanges(String id, String min, String max, String closure) {
    assertThat(range(id).minimum()).isEqualTo(Optional.ofNullable(min));
    assertThat(range(id).maximum()).isEqualTo(Optional.ofNullable(max));
    assertThat(range(id).closure()).isEqualTo(closure);
  }

  @Test
  void spacingIsKept() {
    assertThat(range("share").spacing()).contains("0.25");
  }

  @Test
  void enumsAndTextsBecomeAllowedValues() {
    assertThat(literal("corner").allowed())
        .isEqualTo(new AllowedValues.OneOf(List.of("ROUND", "SHARP"), List.of()));
    assertThat(literal("corner").defaultValue()).contains("ROUND");
    assertThat(literal("corner").type()).isEqualTo(LiteralType.STRING);
    assertThat(literal("letter").allowed())
        .isEqualTo(new AllowedValues.OneOf(List.of("a", "b"), List.of()));
    assertThat(literal("names").allowed()).isEqualTo(new AllowedValues.Any());
  }

  @Test
  void boxesHaveSystemsAndADefault() {
    assertThat(input("box").data())
        .isEqualTo(new DataDescription.Box(List.of("EPSG:25832"), Optional.of("1,2,3,4")));
    assertThat(input("box").minOccurs()).isZero();
  }

  @Test
  void complexDataHasFormatsAndALimit() {
    assertThat(input("features").data())
        .isEqualTo(
            new DataDescription.Complex(
                List.of(Format.GEOJSON, Format.GML32), OptionalLong.of(2_000_000)));
    assertThat(input("picture").data())
        .isEqualTo(
            new DataDescription.Complex(
                List.of(new Format("image/png", "base64", "")), OptionalLong.empty()));
  }

  static final class NoInfo implements DirectProcess<Out, Out> {
    @Override
    public Out run(Out in, Execution execution) {
      throw new UnsupportedOperationException();
    }
  }

  record NoFormats(ComplexData data) {}

  @ProcessInfo(id = "a", title = "A", version = "1")
  static final class WithoutFormats implements DirectProcess<NoFormats, Out> {
    @Override
    public Out run(NoFormats in, Execution execution) {
      throw new UnsupportedOperationException();
    }
  }

  record SchemaOfText(@JsonSchema("{}") String text) {}

  @ProcessInfo(id = "a", title = "A", version = "1")
  static final class WithSchemaOfText implements DirectProcess<SchemaOfText, Out> {
    @Override
    public Out run(SchemaOfText in, Execution execution) {
      throw new UnsupportedOperationException();
    }
  }

  record Json(@JsonSchema("{\"type\":\"array\"}") Optional<ComplexData> list) {}

  @ProcessInfo(id = "a", title = "A", version = "1")
  @ConformanceProcess
  static final class WithJson implements DirectProcess<Json, Json> {
    @Override
    public Json run(Json in, Execution execution) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void jsonHasItsSchema() {
    ProcessDescription described = AnnotatedProcess.describe(WithJson.class);
    assertThat(described.findInput("list").orElseThrow().data())
        .isEqualTo(described.findOutput("list").orElseThrow().data())
        .isEqualTo(
            new DataDescription.Complex(
                List.of(Format.JSON), OptionalLong.empty(), Optional.of("{\"type\":\"array\"}")));
    assertThat(described.conformance()).isTrue();
  }

  record DefaultOfOptional(@Default("1") Optional<Integer> number) {}

  @ProcessInfo(id = "a", title = "A", version = "1")
  static final class WithDefaultOfOptional implements DirectProcess<DefaultOfOptional, Out> {
    @Override
    public Out run(DefaultOfOptional in, Execution execution) {
      throw new UnsupportedOperationException();
    }
  }

  record ConstrainedOptional(@Positive Optional<Double> number) {}

  @ProcessInfo(id = "a", title = "A", version = "1")
  static final class WithConstrainedOptional implements DirectProcess<ConstrainedOptional, Out> {
    @Override
    public Out run(ConstrainedOptional in, Execution execution) {
      throw new UnsupportedOperationException();
    }
  }

  record OccursOnce(@Occurs int number) {}

  @ProcessInfo(id = "a", title = "A", version = "1")
  static final class WithOccursOnce implements DirectProcess<OccursOnce, Out> {
    @Override
    public Out run(OccursOnce in, Execution execution) {
      throw new UnsupportedOperationException();
    }
  }

  record UnknownType(Thread thread) {}

  @ProcessInfo(id = "a", title = "A", version = "1")
  static final class WithUnknownType implements DirectProcess<UnknownType, Out> {
    @Override
    public Out run(UnknownType in, Execution execution) {
      throw new UnsupportedOperationException();
    }
  }

  @ProcessInfo(id = "a b", title = "A", version = "1")
  static final class WithBadId implements DirectProcess<Out, Out> {
    @Override
    public Out run(Out in, Execution execution) {
      throw new UnsupportedOperationException();
    }
  }

  @ProcessInfo(id = "a", title = "A", version = "1", sync = false, async = false)
  static final class NeverRuns implements DirectProcess<Out, Out> {
    @Override
    public Out run(Out in, Execution execution) {
      throw new UnsupportedOperationException();
    }
  }

  @ProcessInfo(id = "a", title = "A", version = "1", keep = "a day")
  static final class KeepsForADay implements DirectProcess<Out, Out> {
    @Override
    public Out run(Out in, Execution execution) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void badAuthoringIsExplained() {
    assertFault(NoInfo.class, "NoInfo lacks @ProcessInfo");
    assertFault(WithoutFormats.class, "'data' is ComplexData and needs @Formats");
    assertFault(WithSchemaOfText.class, "'text' has a @JsonSchema, so it must be ComplexData");
    assertFault(WithDefaultOfOptional.class, "'number' has a @Default, so its type is the value");
    assertFault(
        WithConstrainedOptional.class, "'number' has a constraint that belongs on its element");
    assertFault(WithOccursOnce.class, "'number' has @Occurs, so its type must be a List");
    assertFault(WithUnknownType.class, "'thread' has a type no input or output can have");
    assertFault(WithBadId.class, "characters other than");
    assertFault(KeepsForADay.class, "no ISO 8601 duration");
    assertFault(NeverRuns.class, "runs neither sync nor async");
  }

  private static void assertFault(Class<?> process, String message) {
    assertThatThrownBy(() -> AnnotatedProcess.describe(process))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
