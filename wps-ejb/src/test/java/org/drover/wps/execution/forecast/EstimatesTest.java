package org.drover.wps.execution.forecast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.drover.wps.data.Content;
import org.drover.wps.data.DeclaredFormat;
import org.drover.wps.data.Input;
import org.drover.wps.data.InputValue;
import org.drover.wps.process.Estimate;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.describe.LiteralType;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.process.registry.Offering;
import org.junit.jupiter.api.Test;

class EstimatesTest {

  private static final ProcessDescription PROCESS =
      ProcessDescription.of("count", "1.0.0")
          .complexInput(
              "features",
              "Features",
              FeatureCollection.class,
              List.of(Format.GEOJSON, Format.GML32))
          .literalInput("factor", "Factor", LiteralType.DOUBLE)
          .literalOutput("count", "Count", LiteralType.INTEGER)
          .build();

  /** A second for each feature, times the factor. */
  private static final Offering OFFERING =
      new Offering.Direct(
          PROCESS,
          (inputs, execution) -> Map.of("count", 1),
          Optional.of(EstimatesTest::seconds),
          Optional.empty());

  private static Optional<Estimate> seconds(Map<String, List<Object>> inputs) {
    FeatureCollection features = (FeatureCollection) inputs.get("features").get(0);
    return Optional.of(Estimate.ofSeconds(features.size() * (double) inputs.get("factor").get(0)));
  }

  private final Estimates estimates = new Estimates();

  private Optional<Double> estimate(InputValue features) {
    InputValue factor = new InputValue.Literal("2", Optional.empty(), Optional.empty());
    return estimates
        .of(OFFERING, List.of(Input.of("features", features), Input.of("factor", factor)))
        .map(Estimate::seconds);
  }

  private static InputValue geoJson(String text) {
    return new InputValue.Complex(
        DeclaredFormat.of(Format.GEOJSON), new Content.InMemory(text.getBytes(UTF_8)));
  }

  private static String points(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            it ->
                "{\"type\":\"Feature\",\"properties\":{\"name\":\"a name of some length\"},"
                    + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[7.123456,51.123456]}}")
        .collect(Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"));
  }

  @Test
  void aFewFeaturesAreCounted() {
    assertThat(estimate(geoJson(points(7)))).contains(14.0);
    assertThat(estimate(geoJson(points(0)))).contains(0.0);
  }

  @Test
  void theNumberOfManyIsToldFromTheFirst() {
    assertThat(estimate(geoJson(points(5_000))).orElseThrow()).isBetween(8_000.0, 12_000.0);
  }

  @Test
  void whatIsKnownByItsAddressOnlyIsNotEstimated() {
    assertThat(
            estimate(
                new InputValue.Reference(
                    "http://example.org/",
                    false,
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    DeclaredFormat.NONE)))
        .isEmpty();
  }

  @Test
  void brokenDataIsLeftForTheRunToFind() {
    assertThat(estimate(geoJson("{\"type\":\"FeatureCollection\",\"features\":["))).isEmpty();
  }

  @Test
  void aProcessThatDoesNotEstimateIsNotAsked() {
    Offering silent = new Offering.Direct(PROCESS, (inputs, execution) -> Map.of());
    assertThat(estimates.of(silent, List.of())).isEmpty();
  }

  @Test
  void aLongRunGoesToTheQueueOfLongJobs() {
    assertThat(Estimates.queue(PROCESS, Optional.empty())).isEqualTo("short");
    assertThat(Estimates.queue(PROCESS, Optional.of(Estimate.ofSeconds(60)))).isEqualTo("short");
    assertThat(Estimates.queue(PROCESS, Optional.of(Estimate.ofSeconds(61)))).isEqualTo("long");
  }
}
