package org.drover.wps.execution.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.data.DeclaredFormat;
import org.drover.wps.data.Input;
import org.drover.wps.data.InputValue;
import org.drover.wps.data.OutputRequest;
import org.drover.wps.process.describe.LiteralType;
import org.drover.wps.process.describe.ProcessDescription;
import org.junit.jupiter.api.Test;

final class ResultKeyTest {

  private static final ProcessDescription PROCESS =
      ProcessDescription.of("echo", "1.0.0")
          .literalOutput("out", "Out", LiteralType.STRING)
          .deterministic(true)
          .build();

  private static Optional<String> key(
      List<Input> inputs, List<OutputRequest> outputs, Optional<String> tag) {
    ExecuteRequest request =
        new ExecuteRequest("echo", inputs, outputs, Mode.SYNC, false, Map.of("lineage", "x"));
    return ResultKey.of(PROCESS, request, (leaf, reference) -> tag);
  }

  private static Optional<String> key(Input... inputs) {
    return key(List.of(inputs), List.of(), Optional.of("\"1\""));
  }

  private static Input literal(String id, String text) {
    return Input.of(id, new InputValue.Literal(text, Optional.empty(), Optional.empty()));
  }

  private static Input reference(String href, boolean post, String header) {
    return Input.of(
        "in",
        new InputValue.Reference(
            href,
            post,
            List.of(new InputValue.Header("X", header)),
            Optional.empty(),
            Optional.empty(),
            DeclaredFormat.NONE));
  }

  @Test
  void theOrderOfOneInputsValuesCountsAndThatOfInputsDoesNot() {
    List<Input> inputs =
        new ArrayList<>(List.of(literal("a", "1"), literal("a", "2"), literal("b", "3")));
    Optional<String> one = key(inputs, List.of(), Optional.empty());
    Collections.swap(inputs, 1, 2);
    assertThat(key(inputs, List.of(), Optional.empty())).isPresent().isEqualTo(one);
    Collections.swap(inputs, 0, 2);
    assertThat(key(inputs, List.of(), Optional.empty())).isPresent().isNotEqualTo(one);
  }

  @Test
  void titlesAndTheFormOfTheAnswerDoNotCount() {
    OutputRequest plain = OutputRequest.of("out");
    OutputRequest dressed =
        new OutputRequest(
            "out", DeclaredFormat.NONE, Optional.empty(), true, Optional.of("T"), Optional.empty());
    Input titled = new Input("a", literal("a", "1").value(), Optional.of("T"), Optional.empty());
    assertThat(key(List.of(titled), List.of(dressed), Optional.empty()))
        .isEqualTo(key(List.of(literal("a", "1")), List.of(plain), Optional.empty()))
        .isNotEqualTo(key(List.of(literal("a", "1")), List.of(), Optional.empty()));
  }

  @Test
  void aReferenceCountsByAddressHeadersAndVersion() {
    Optional<String> one = key(reference("http://a/", false, "1"));
    assertThat(key(reference("http://a/", false, "1"))).isPresent().isEqualTo(one);
    assertThat(key(reference("http://b/", false, "1"))).isNotEqualTo(one);
    assertThat(key(reference("http://a/", false, "2"))).isNotEqualTo(one);
    assertThat(key(List.of(reference("http://a/", false, "1")), List.of(), Optional.of("\"2\"")))
        .isNotEqualTo(one);
  }

  @Test
  void aReferenceWhoseVersionNobodyTellsIsReadAgain() {
    assertThat(key(List.of(reference("http://a/", false, "1")), List.of(), Optional.empty()))
        .isEmpty();
    assertThat(key(reference("http://a/", true, "1"))).isEmpty();
  }
}
