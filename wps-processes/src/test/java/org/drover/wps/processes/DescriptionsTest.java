package org.drover.wps.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.drover.wps.process.describe.AllowedValues;
import org.drover.wps.process.describe.AnnotatedProcess;
import org.drover.wps.process.describe.DataDescription;
import org.drover.wps.process.describe.InputDescription;
import org.drover.wps.process.describe.ProcessDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DescriptionsTest {

  static Stream<ProcessDescription> descriptions() throws Exception {
    return ProcessClasses.list().stream().map(AnnotatedProcess::describe);
  }

  @Test
  void allProcessesOfTheBoxAreThere() throws Exception {
    assertThat(descriptions().map(ProcessDescription::id))
        .containsExactlyInAnyOrder(
            "echo",
            "wait",
            "wait-in-parts",
            "wait-in-parts-long",
            "buffer",
            "centroid",
            "convex-hull",
            "simplify",
            "intersection",
            "dissolve",
            "reproject",
            "area-length",
            "count-features",
            "select-features",
            "conformance-echo",
            "org.n52.javaps.test.EchoProcess",
            "validate-repair",
            "zonal-statistics");
  }

  @ParameterizedTest
  @MethodSource("descriptions")
  void everyProcessInputAndOutputIsExplained(ProcessDescription process) {
    assertThat(process.texts().summary()).isNotBlank();
    assertThat(process.texts().keywords()).isNotEmpty();
    assertThat(process.inputs()).allSatisfy(DescriptionsTest::assertExplained);
    assertThat(process.leafOutputs())
        .allSatisfy(it -> assertThat(it.texts().title()).isNotBlank().isNotEqualTo(it.id()));
  }

  private static void assertExplained(InputDescription input) {
    assertThat(input.texts().title()).isNotBlank().isNotEqualTo(input.id());
    assertThat(input.members().orElse(List.of())).allSatisfy(DescriptionsTest::assertExplained);
  }

  @ParameterizedTest
  @MethodSource("descriptions")
  void everyDefaultIsAllowed(ProcessDescription process) {
    for (InputDescription input : process.inputs()) {
      if (input.data() instanceof DataDescription.Literal literal
          && literal.defaultValue().isPresent()
          && literal.allowed() instanceof AllowedValues.OneOf allowed) {
        String value = literal.defaultValue().get();
        assertThat(allowed.values().contains(value) || isWithin(value, allowed.ranges()))
            .as("%s of %s", input.id(), process.id())
            .isTrue();
      }
    }
  }

  private static boolean isWithin(String value, List<AllowedValues.Range> ranges) {
    return ranges.stream()
        .anyMatch(
            it ->
                it.minimum().map(BigDecimal::new).map(min -> isAtLeast(min, value)).orElse(true)
                    && it.maximum()
                        .map(BigDecimal::new)
                        .map(max -> new BigDecimal(value).compareTo(max) <= 0)
                        .orElse(true));
  }

  private static boolean isAtLeast(BigDecimal minimum, String value) {
    return new BigDecimal(value).compareTo(minimum) >= 0;
  }
}
