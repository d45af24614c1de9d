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
import org.drover.wps.process.Title;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.plan.Plan;
import org.drover.wps.processes.geometry.FeatureChange;
import org.drover.wps.processes.geometry.VectorCost;
import org.locationtech.jts.geom.Geometry;

/** Replaces each feature by a point in its middle. */
@Deterministic
@ProcessInfo(
    id = "centroid",
    title = "Centroid",
    version = "1.0.0",
    summary =
        "Replaces each feature by a point: its centre of gravity, or a point that lies within it for"
            + " certain. Computed in the plane of the coordinates, also in longitude and latitude.",
    keywords = {"vector", "geometry", "centroid", "label point"},
    metadata =
        @About(
            title = "Centroid of the JTS Topology Suite",
            href =
                "https://locationtech.github.io/jts/javadoc/org/locationtech/jts/algorithm/Centroid.html"))
public final class Centroid
    implements PartitionedProcess<Centroid.In, Centroid.Out>, Estimating<Centroid.In> {

  /** Which point of a feature. */
  public enum Point {
    CENTRE_OF_GRAVITY,
    WITHIN
  }

  /** The features, and which point of them. */
  public record In(
      @Title("Features") FeatureCollection features,
      @Title("Which point") @Default("CENTRE_OF_GRAVITY") Point point,
      @Title(value = "Features of a part", summary = "The result does not depend on it.")
          @Min(1)
          @Default("10000")
          int featuresPerPart) {}

  /** The points. */
  public record Out(
      @Title(
              value = "Points",
              summary = "Same ids, properties, order and CRS. Empty for an empty geometry.")
          FeatureCollection result) {}

  @Override
  public Optional<Estimate> estimate(In in) {
    return Optional.of(VectorCost.of(in.features(), 2e-6));
  }

  @Override
  public Plan<Out> plan(In in) {
    return FeatureChange.ofGeometries(
            in.features(),
            in.featuresPerPart(),
            in.point() == Point.WITHIN ? Geometry::getInteriorPoint : Geometry::getCentroid)
        .join(Out::new);
  }
}
