package org.drover.wps.processes.vector;

import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.drover.wps.process.Default;
import org.drover.wps.process.Deterministic;
import org.drover.wps.process.Estimate;
import org.drover.wps.process.Estimating;
import org.drover.wps.process.PartitionedProcess;
import org.drover.wps.process.ProcessInfo;
import org.drover.wps.process.Title;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.plan.Plan;
import org.drover.wps.processes.geometry.FeatureChange;
import org.drover.wps.processes.geometry.VectorCost;
import org.locationtech.jts.geom.Geometry;

/** Counts features and what they are made of. */
@Deterministic
@ProcessInfo(
    id = "count-features",
    title = "Count features",
    version = "1.0.0",
    summary =
        "Counts the features of a collection of any size, those with a geometry, and the positions"
            + " of all geometries.",
    keywords = {"vector", "count", "statistics"})
public final class CountFeatures
    implements PartitionedProcess<CountFeatures.In, CountFeatures.Out>,
        Estimating<CountFeatures.In> {

  /** What to count. */
  public record In(
      @Title("Features") FeatureCollection features,
      @Title(value = "Features of a part", summary = "The result does not depend on it.")
          @Min(1)
          @Default("10000")
          int featuresPerPart) {}

  /** The counts. */
  public record Out(
      @Title("Number of features") long count,
      @Title("Features with a geometry") long withGeometry,
      @Title("Positions of all geometries") long positions) {}

  record Counts(long features, long withGeometry, long positions) {
    static Counts zero() {
      return new Counts(0, 0, 0);
    }

    Counts and(Feature feature) {
      return new Counts(
          features + 1,
          withGeometry + (feature.geometry() == null ? 0 : 1),
          positions + feature.findGeometry().map(Geometry::getNumPoints).orElse(0));
    }
  }

  @Override
  public Optional<Estimate> estimate(In in) {
    return Optional.of(VectorCost.of(in.features(), 5e-7));
  }

  @Override
  public Plan<Out> plan(In in) {
    return FeatureChange.reading(in.features(), in.featuresPerPart())
        .fold(Counts::zero, Counts::and)
        .join(
            parts ->
                new Out(
                    sum(parts, Counts::features),
                    sum(parts, Counts::withGeometry),
                    sum(parts, Counts::positions)));
  }

  private static long sum(List<Counts> parts, ToLongFunction<Counts> what) {
    return parts.stream().mapToLong(what).sum();
  }
}
