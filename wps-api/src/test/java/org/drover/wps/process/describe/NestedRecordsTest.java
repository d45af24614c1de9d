package org.drover.wps.process.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.process.Default;
import org.drover.wps.process.DirectProcess;
import org.drover.wps.process.Execution;
import org.drover.wps.process.InvalidInputException;
import org.drover.wps.process.Occurs;
import org.drover.wps.process.ProcessInfo;
import org.drover.wps.process.Title;
import org.drover.wps.process.data.BoundingBox;
import org.drover.wps.process.data.FeatureCollection;
import org.junit.jupiter.api.Test;

class NestedRecordsTest {

  record Line(@Title(value = "Width", unit = "px") @Positive double width) {
    Line {
      if (width > 10) {
        throw new InvalidInputException("width", "Too wide.");
      }
    }
  }

  record Style(@Default("red") String colour, Optional<Line> line) {}

  record Zone(String name, FeatureCollection area) {}

  record In(
      @Title("Style") Style style,
      Optional<Style> other,
      @Occurs(min = 0, max = 3) List<Zone> zones,
      BoundingBox extent) {}

  record Figures(double mean, Optional<Double> median) {}

  record Out(@Title("Figures") Figures figures, Optional<Figures> more, String text) {}

  @ProcessInfo(id = "nested", title = "Nested", version = "1")
  static final class Nested implements DirectProcess<In, Out> {
    @Override
    public Out run(In in, Execution execution) {
      throw new UnsupportedOperationException();
    }
  }

  private static final ProcessDescription NESTED = AnnotatedProcess.describe(Nested.class);

  private static InputDescription input(String path) {
    return NESTED.findInput(path).orElseThrow();
  }

  @Test
  void aRecordInsideARecordIsAGroup() {
    assertThat(NESTED.nestsInputs()).isTrue();
    assertThat(input("style").members().orElseThrow())
        .extracting(InputDescription::id)
        .containsExactly("colour", "line");
    assertThat(input("style").minOccurs()).isEqualTo(1);
    assertThat(input("other").minOccurs()).isZero();
    assertThat(input("zones").maxOccurs()).isEqualTo(3);
    assertThat(input("zones").valueType()).isEqualTo(Zone.class);
    assertThat(input("extent").members()).isEmpty();
  }

  @Test
  void whatIsNestedIsFoundByItsPath() {
    InputDescription width = input("style/line/width");
    assertThat(width.id()).isEqualTo("style/line/width");
    assertThat(((DataDescription.Literal) width.data()).units()).containsExactly("px");
    assertThat(NESTED.findInput("width")).isEmpty();
    assertThat(NESTED.findInput("style/width")).isEmpty();
    assertThat(NESTED.findInput("extent/width")).isEmpty();
    assertThat(NESTED.findOutput("more/median").orElseThrow().id()).isEqualTo("more/median");
  }

  @Test
  void outputsComeDownToLeaves() {
    assertThat(NESTED.leafOutputs())
        .extracting(OutputDescription::id)
        .containsExactly("figures/mean", "figures/median", "more/mean", "more/median", "text");
    assertThat(NESTED.leafOutputs("more"))
        .extracting(OutputDescription::id)
        .containsExactly("more/mean", "more/median");
    assertThat(NESTED.leafOutputs("nothing")).isEmpty();
  }

  @Test
  void mapsOfValuesBecomeRecordsAndBack() {
    BoundingBox box = new BoundingBox(List.of(1., 2.), List.of(3., 4.), "EPSG:4326");
    Map<String, List<Object>> zone =
        Map.of("name", List.of("a"), "area", List.of(FeatureCollection.of("OGC:CRS84", List.of())));
    In in =
        RecordBinding.bind(
            In.class,
            Map.of(
                "style",
                List.of(
                    Map.of(
                        "colour", List.of("blue"), "line", List.of(Map.of("width", List.of(2.5))))),
                "zones",
                List.of(zone, zone),
                "extent",
                List.of(box)));
    assertThat(in.style()).isEqualTo(new Style("blue", Optional.of(new Line(2.5))));
    assertThat(in.other()).isEmpty();
    assertThat(in.zones()).extracting(Zone::name).containsExactly("a", "a");
    assertThat(in.extent()).isEqualTo(box);
    assertThat(
            RecordBinding.unbind(
                new Out(new Figures(1, Optional.empty()), Optional.empty(), "done")))
        .isEqualTo(Map.of("figures", Map.of("mean", 1.), "text", "done"));
  }

  @Test
  void aMemberThatIsRefusedIsToldByItsPath() {
    Map<String, List<Object>> line = Map.of("width", List.of(11.));
    Map<String, List<Object>> style = Map.of("colour", List.of("red"), "line", List.of(line));
    assertThatThrownBy(() -> RecordBinding.bind(In.class, Map.of("style", List.of(style))))
        .isInstanceOfSatisfying(
            InvalidInputException.class, e -> assertThat(e.input()).isEqualTo("style/line/width"));
  }

  record Chain(Optional<Chain> next) {}

  @ProcessInfo(id = "endless", title = "Endless", version = "1")
  static final class Endless implements DirectProcess<Chain, Figures> {
    @Override
    public Figures run(Chain in, Execution execution) {
      throw new UnsupportedOperationException();
    }
  }

  record Counted(@Size(max = 2) @Occurs List<Line> lines) {}

  @ProcessInfo(id = "counted", title = "Counted", version = "1")
  static final class CountsLines implements DirectProcess<Counted, Figures> {
    @Override
    public Figures run(Counted in, Execution execution) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void badAuthoringIsExplained() {
    assertFault(() -> AnnotatedProcess.describe(Endless.class), "a record cannot hold itself");
    assertFault(() -> AnnotatedProcess.describe(CountsLines.class), "'lines' is a group");
    assertFault(
        () ->
            ProcessDescription.of("a", "1")
                .literalInput("b/c", "B", LiteralType.STRING)
                .literalOutput("d", "D", LiteralType.STRING)
                .build(),
        "'b/c' has a '/'");
  }

  @Test
  void theBuilderMakesGroups() {
    ProcessDescription made =
        ProcessDescription.of("a", "1")
            .groupInput("style", "Style", input("style").members().orElseThrow())
            .groupOutput(
                "figures",
                "Figures",
                NESTED.findOutput("figures").orElseThrow().members().orElseThrow())
            .build();
    assertThat(made.findInput("style/line/width")).contains(input("style/line/width"));
    assertThat(made.leafOutputs()).hasSize(2);
  }

  private static void assertFault(Runnable authoring, String message) {
    assertThatThrownBy(authoring::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
