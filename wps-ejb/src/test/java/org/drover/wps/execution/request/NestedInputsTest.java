package org.drover.wps.execution.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.data.Content;
import org.drover.wps.data.DeclaredFormat;
import org.drover.wps.data.Input;
import org.drover.wps.data.InputDecoder;
import org.drover.wps.data.InputTree;
import org.drover.wps.data.InputValue;
import org.drover.wps.data.Output;
import org.drover.wps.data.OutputEncoder;
import org.drover.wps.data.OutputRequest;
import org.drover.wps.data.OutputValue;
import org.drover.wps.data.StoredJson;
import org.drover.wps.data.fetch.Fetcher;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.process.Default;
import org.drover.wps.process.Deterministic;
import org.drover.wps.process.DirectProcess;
import org.drover.wps.process.Execution;
import org.drover.wps.process.Occurs;
import org.drover.wps.process.ProcessInfo;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.describe.AnnotatedProcess;
import org.drover.wps.process.describe.ProcessDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NestedInputsTest {

  private record Line(@Positive double width, @Default("red") @Size(max = 5) String colour) {}

  private record Layer(String name, FeatureCollection features, Optional<Line> line) {}

  private record In(@Occurs(min = 1, max = 2) List<Layer> layers, Optional<String> title) {}

  private record Size2(int width, int height) {}

  private record Out(Size2 size, Optional<Size2> more, String text) {}

  @ProcessInfo(id = "draw", title = "Draw", version = "1")
  @Deterministic
  private static final class Draw implements DirectProcess<In, Out> {
    @Override
    public Out run(In in, Execution execution) {
      throw new UnsupportedOperationException();
    }
  }

  private static final ProcessDescription DRAW = AnnotatedProcess.describe(Draw.class);

  private final InputCheck check =
      new InputCheck(new Fetcher(), new Constraints(ConstraintsTest.VALIDATOR));

  private static Input literal(String id, String text) {
    return Input.of(id, new InputValue.Literal(text, Optional.empty(), Optional.empty()));
  }

  private static Input group(String id, Input... members) {
    return Input.of(id, new InputValue.Nested(List.of(members)));
  }

  private static Input features() {
    return Input.of(
        "features",
        new InputValue.Complex(
            DeclaredFormat.NONE,
            new Content.InMemory(
                "{\"type\":\"FeatureCollection\",\"features\":[]}".getBytes(UTF_8))));
  }

  private static Input reference(String href) {
    return Input.of(
        "features",
        new InputValue.Reference(
            href, false, List.of(), Optional.empty(), Optional.empty(), DeclaredFormat.NONE));
  }

  private static Input layer(Input... more) {
    List<Input> members = new ArrayList<>(List.of(literal("name", "a"), features()));
    Collections.addAll(members, more);
    return Input.of("layers", new InputValue.Nested(members));
  }

  private void assertRefused(Fault fault, String locator, Input... inputs) {
    assertThatThrownBy(() -> check.check(DRAW, List.of(inputs)))
        .isInstanceOfSatisfying(
            WpsException.class,
            e -> {
              assertThat(e.fault()).isEqualTo(fault);
              assertThat(e.locator()).contains(locator);
              assertThat(e.getMessage()).contains(locator.substring(0, locator.indexOf("/")));
            });
  }

  @Test
  void membersAreCheckedAndTheirDefaultsFilledIn() throws IOException {
    List<Input> checked =
        check.check(DRAW, List.of(layer(), layer(group("line", literal("width", "2")))));
    Map<String, List<Object>> values =
        new InputTree(DRAW, checked)
            .values(it -> InputDecoder.decode(it.description(), it.value(), Path.of("")));
    assertThat(values.get("layers")).hasSize(2);
    assertThat(((Map<?, ?>) values.get("layers").get(0)).containsKey("line")).isFalse();
    assertThat(((Map<?, ?>) values.get("layers").get(1)).get("line"))
        .isEqualTo(List.of(Map.of("width", List.of(2.0), "colour", List.of("red"))));
  }

  @Test
  void whatIsWrongInAGroupIsToldByItsPath() {
    assertRefused(Fault.NO_SUCH_INPUT, "layers/nothing", layer(literal("nothing", "1")));
    assertRefused(
        Fault.NO_SUCH_INPUT, "layers/line/nothing", layer(group("line", literal("nothing", "1"))));
    assertRefused(Fault.MISSING_INPUT, "layers/features", group("layers", literal("name", "a")));
    assertRefused(Fault.MISSING_INPUT, "layers/line/width", layer(group("line")));
    assertRefused(Fault.TOO_MANY_INPUTS, "layers/name", layer(literal("name", "b")));
    assertRefused(
        Fault.INVALID_INPUT, "layers/line/width", layer(group("line", literal("width", "0"))));
    assertRefused(
        Fault.INVALID_INPUT,
        "layers/line/colour",
        layer(group("line", literal("width", "1"), literal("colour", "purple"))));
  }

  @Test
  void wrongNestingIsRefused() {
    assertRefused(Fault.NO_SUCH_INPUT, "title/text", layer(), group("title", literal("text", "1")));
    assertRefused(Fault.INVALID_INPUT, "layers/line", layer(literal("line", "1")));
    assertRefused(
        Fault.DATA_NOT_ACCESSIBLE,
        "layers/features",
        group("layers", literal("name", "a"), reference("ftp://example.org/")));
  }

  @Test
  void aRequestWithGroupsIsStoredAndReadAgain(@TempDir Path folder) {
    StoredJson json = new StoredJson(folder);
    ExecuteRequest request =
        new ExecuteRequest(
            "draw",
            List.of(
                group("layers", literal("name", "a"), reference("http://a/")),
                literal("title", "T")),
            List.of(),
            Mode.ASYNC,
            false,
            Map.of());
    assertThat(json.read(json.write(request), ExecuteRequest.class)).isEqualTo(request);
  }

  @Test
  void theKeyOfAResultKnowsWhichMembersBelongTogether() {
    Input a = literal("a", "1");
    Input b = literal("b", "2");
    Optional<String> apart = key(group("layers", a), group("layers", b));
    assertThat(apart).isPresent().isEqualTo(key(group("layers", a), group("layers", b)));
    assertThat(key(group("layers", a, b))).isPresent().isEqualTo(key(group("layers", b, a)));
    assertThat(key(group("layers", a, b))).isNotEqualTo(apart);
    assertThat(key(group("layers", reference("http://a/")))).isPresent();
    assertThat(key(group("layers", reference("http://unknown/")))).isEmpty();
  }

  private static Optional<String> key(Input... inputs) {
    ExecuteRequest request =
        new ExecuteRequest("draw", List.of(inputs), List.of(), Mode.SYNC, false, Map.of());
    return ResultKey.of(
        DRAW,
        request,
        (leaf, reference) ->
            Optional.of("\"" + leaf + "\"").filter(it -> !reference.href().contains("unknown")));
  }

  private static List<Output> encode(Path folder, OutputRequest... wanted) throws IOException {
    ExecuteRequest request =
        new ExecuteRequest("draw", List.of(), List.of(wanted), Mode.SYNC, false, Map.of());
    OutputEncoder.check(DRAW, request.outputs());
    Map<String, Object> made = Map.of("size", Map.of("width", 3, "height", 4), "text", "done");
    return Outputs.encode(DRAW, request, made, folder);
  }

  @Test
  void groupsOfOutputsComeDownToLeavesAndAbsentOnesAreLeftOut(@TempDir Path folder)
      throws IOException {
    assertThat(encode(folder))
        .extracting(Output::id)
        .containsExactly("size/width", "size/height", "text");
    assertThat(encode(folder, OutputRequest.of("size/height")))
        .extracting(it -> ((OutputValue.Literal) it.value()).text())
        .containsExactly("4");
    assertThat(encode(folder, OutputRequest.of("more"))).isEmpty();
  }

  @Test
  void aReferenceToAGroupIsOneToEachOfItsOutputs(@TempDir Path folder) throws IOException {
    OutputRequest wanted =
        new OutputRequest(
            "size",
            DeclaredFormat.NONE,
            Optional.empty(),
            true,
            Optional.of("Size"),
            Optional.empty());
    assertThat(encode(folder, wanted))
        .extracting(Output::request)
        .extracting(OutputRequest::asReference, OutputRequest::title)
        .containsOnly(org.assertj.core.groups.Tuple.tuple(true, Optional.empty()));
  }

  @Test
  void outputsThatAreNotThereAreRefusedByTheirPaths(@TempDir Path folder) {
    for (String path : List.of("size/depth", "text/inner", "nothing", "size/")) {
      assertThatThrownBy(() -> encode(folder, OutputRequest.of(path)))
          .isInstanceOfSatisfying(
              WpsException.class,
              e -> {
                assertThat(e.fault()).isEqualTo(Fault.NO_SUCH_OUTPUT);
                assertThat(e.locator()).contains(path);
              });
    }
    OutputRequest formatted =
        new OutputRequest(
            "size",
            DeclaredFormat.of("text/plain", null, null),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty());
    assertThatThrownBy(() -> encode(folder, formatted)).hasMessageContaining("size/width");
  }
}
