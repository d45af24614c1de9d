package org.drover.wps.processes.vector;

import jakarta.validation.constraints.Min;
import java.util.Optional;
import org.drover.wps.process.About;
import org.drover.wps.process.Default;
import org.drover.wps.process.Deterministic;
import org.drover.wps.process.Estimate;
import org.drover.wps.process.Estimating;
import org.drover.wps.process.PartitionedProcess;
import org.drover.wps.process.ProcessInfo;
import org.drover.wps.process.Range;
import org.drover.wps.process.Title;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.plan.Plan;
import org.drover.wps.processes.geometry.FeatureChange;
import org.drover.wps.processes.geometry.VectorCost;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/** Leaves out positions that matter little. */
@Deterministic
@ProcessInfo(
    id = "simplify",
    title = "Simplify",
    version = "1.0.0",
    summary =
        "Leaves out positions of lines and outlines, so that what is left lies within a tolerance."
            + " TOPOLOGY_PRESERVING keeps valid features valid; DOUGLAS_PEUCKER is faster and may"
            + " make small ones vanish. Each feature is simplified on its own.",
    keywords = {"vector", "geometry", "simplify", "generalise", "Douglas-Peucker"},
    metadata =
        @About(
            title = "TopologyPreservingSimplifier of the JTS Topology Suite",
            href =
                "https://locationtech.github.io/jts/javadoc/org/locationtech/jts/simplify/TopologyPreservingSimplifier.html"))
public final class Simplify
    implements PartitionedProcess<Simplify.In, Simplify.Out>, Estimating<Simplify.In> {

  /** How to choose the positions that stay. */
  public enum Method {
    TOPOLOGY_PRESERVING,
    DOUGLAS_PEUCKER
  }

  /** What to simplify, and how much. */
  public record In(
      @Title("Features") FeatureCollection features,
      @Title(
              value = "Tolerance",
              summary =
                  "How far an outline may move, in units of the CRS of the features: degrees in"
                      + " longitude and latitude, most often metres in a projected CRS.")
          @Range(min = "0")
          double tolerance,
      @Title("Method") @Default("TOPOLOGY_PRESERVING") Method method,
      @Title(value = "Features of a part", summary = "The result does not depend on it.")
          @Min(1)
          @Default("10000")
          int featuresPerPart) {}

  /** The simplified features. */
  public record Out(
      @Title(value = "Simplified features", summary = "Same ids, properties, order and CRS.")
          FeatureCollection result) {}

  @Override
  public Optional<Estimate> estimate(In in) {
    return Optional.of(VectorCost.of(in.features(), 2e-6));
  }

  @Override
  public Plan<Out> plan(In in) {
    return FeatureChange.ofGeometries(
            in.features(), in.featuresPerPart(), geometry -> simplify(geometry, in))
        .join(Out::new);
  }

  private static Geometry simplify(Geometry geometry, In in) {
    return in.method() == Method.DOUGLAS_PEUCKER
        ? DouglasPeuckerSimplifier.simplify(geometry, in.tolerance())
        : TopologyPreservingSimplifier.simplify(geometry, in.tolerance());
  }
}
