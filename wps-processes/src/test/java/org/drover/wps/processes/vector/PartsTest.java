package org.drover.wps.processes.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.drover.wps.process.PartitionedProcess;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.processes.Runs;
import org.drover.wps.processes.SampleFeatures;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the work is cut, and what crashes, does not show in the results. */
class PartsTest {

  private static final int WHOLE = 1_000_000;

  /** A process with its inputs for a size of its parts. */
  private record Case<I extends Record, O extends Record>(
      PartitionedProcess<I, O> process, IntFunction<I> inputs) {

    List<?> smoothly(int perPart) throws Exception {
      return values(Runs.smoothly(process, inputs.apply(perPart)));
    }

    List<?> crashing(int perPart) throws Exception {
      return values(Runs.crashing(process, inputs.apply(perPart)));
    }

    private static List<?> values(Record outputs) throws Exception {
      Object first = outputs.getClass().getRecordComponents()[0].getAccessor().invoke(outputs);
      return first instanceof FeatureCollection features ? Runs.list(features) : List.of(outputs);
    }
  }

  static Stream<Named<Case<?, ?>>> someCountries() throws Exception {
    return processes(
        SampleFeatures.withOneWithoutGeometry(
            FeatureCollection.of(
                "OGC:CRS84", Runs.list(SampleFeatures.countries()).subList(100, 120))));
  }

  static Stream<Named<Case<?, ?>>> allCountries() {
    return processes(SampleFeatures.countries());
  }

  private static Stream<Named<Case<?, ?>>> processes(FeatureCollection some) {
    return Stream.of(
        Named.of(
            "buffer",
            new Case<>(
                new Buffer(),
                n -> new Buffer.In(some, 20_000, 4, Buffer.EndCap.ROUND, Buffer.Join.ROUND, 5, n))),
        Named.of(
            "centroid",
            new Case<>(
                new Centroid(), n -> new Centroid.In(some, Centroid.Point.CENTRE_OF_GRAVITY, n))),
        Named.of(
            "convex-hull",
            new Case<>(
                new ConvexHull(), n -> new ConvexHull.In(some, ConvexHull.Around.EACH_FEATURE, n))),
        Named.of(
            "convex-hull of all",
            new Case<>(
                new ConvexHull(), n -> new ConvexHull.In(some, ConvexHull.Around.ALL_FEATURES, n))),
        Named.of(
            "simplify",
            new Case<>(
                new Simplify(),
                n -> new Simplify.In(some, 0.5, Simplify.Method.TOPOLOGY_PRESERVING, n))),
        Named.of(
            "intersection",
            new Case<>(new Intersection(), n -> new Intersection.In(some, some, n))),
        Named.of(
            "dissolve",
            new Case<>(new Dissolve(), n -> new Dissolve.In(some, Optional.of("continent"), n))),
        Named.of(
            "reproject", new Case<>(new Reproject(), n -> new Reproject.In(some, "EPSG:4087", n))),
        Named.of(
            "area-length",
            new Case<>(new AreaLength(), n -> new AreaLength.In(some, "area", "length", n))),
        Named.of(
            "count-features", new Case<>(new CountFeatures(), n -> new CountFeatures.In(some, n))),
        Named.of(
            "validate-repair",
            new Case<>(new ValidateRepair(), n -> new ValidateRepair.In(some, true, n))));
  }

  @ParameterizedTest
  @MethodSource("someCountries")
  void theSizeOfPartsDoesNotShow(Case<?, ?> process) throws Exception {
    List<?> whole = process.smoothly(WHOLE);
    assertThat(whole).isNotEmpty();
    for (int perPart : new int[] {1, 2, 7, 100}) {
      assertThat(process.smoothly(perPart)).isEqualTo(whole);
    }
  }

  @ParameterizedTest
  @MethodSource("someCountries")
  void crashesDoNotShow(Case<?, ?> process) throws Exception {
    List<?> whole = process.smoothly(WHOLE);
    assertThat(process.crashing(WHOLE)).isEqualTo(whole);
    assertThat(process.crashing(7)).isEqualTo(whole);
  }

  @ParameterizedTest
  @MethodSource("allCountries")
  void realDataIsManaged(Case<?, ?> process) throws Exception {
    assertThat(process.smoothly(WHOLE)).isNotEmpty();
  }
}
