package org.drover.wps.processes.vector;

import jakarta.validation.constraints.Min;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.process.About;
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
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Replaces features by their convex hulls, or all of them by one. */
@Deterministic
@ProcessInfo(
    id = "convex-hull",
    title = "Convex hull",
    version = "1.0.0",
    summary =
        "Replaces each feature by the smallest convex area around it, or the whole collection by one"
            + " feature. Computed in the plane of the coordinates, also in longitude and latitude.",
    keywords = {"vector", "geometry", "convex hull"},
    metadata =
        @About(
            title = "ConvexHull of the JTS Topology Suite",
            href =
                "https://locationtech.github.io/jts/javadoc/org/locationtech/jts/algorithm/ConvexHull.html"))
public final class ConvexHull
    implements PartitionedProcess<ConvexHull.In, ConvexHull.Out>, Estimating<ConvexHull.In> {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  /** What one hull is around. */
  public enum Around {
    EACH_FEATURE,
    ALL_FEATURES
  }

  /** The features, and what a hull is around. */
  public record In(
      @Title("Features") FeatureCollection features,
      @Title("What one hull is around") @Default("EACH_FEATURE") Around around,
      @Title(value = "Features of a part", summary = "The result does not depend on it.")
          @Min(1)
          @Default("10000")
          int featuresPerPart) {}

  /** The hulls. */
  public record Out(
      @Title(value = "Hulls", summary = "Around each feature: same ids, properties, order and CRS.")
          FeatureCollection result) {}

  /**
   * Corners of the hull so far.
   *
   * @param ordinates x and y in turn
   */
  record Hull(List<Double> ordinates) {
    Hull {
      ordinates = List.copyOf(ordinates);
    }

    static Hull empty() {
      return new Hull(List.of());
    }

    Hull and(Feature feature) {
      return feature.findGeometry().map(it -> around(geometry(), it)).orElse(this);
    }

    private static Hull around(Geometry... inner) {
      Geometry hull = GEOMETRIES.createGeometryCollection(inner).convexHull();
      List<Double> ordinates = new ArrayList<>();
      for (Coordinate each : hull.getCoordinates()) {
        ordinates.add(each.x);
        ordinates.add(each.y);
      }
      return new Hull(ordinates);
    }

    Geometry geometry() {
      Coordinate[] corners = new Coordinate[ordinates.size() / 2];
      for (int i = 0; i < corners.length; i++) {
        corners[i] = new Coordinate(ordinates.get(2 * i), ordinates.get(2 * i + 1));
      }
      return GEOMETRIES.createMultiPointFromCoords(corners);
    }
  }

  @Override
  public Optional<Estimate> estimate(In in) {
    return Optional.of(VectorCost.of(in.features(), 2e-6));
  }

  @Override
  public Plan<Out> plan(In in) {
    if (in.around() == Around.EACH_FEATURE) {
      return FeatureChange.ofGeometries(in.features(), in.featuresPerPart(), Geometry::convexHull)
          .join(Out::new);
    }
    return FeatureChange.reading(in.features(), in.featuresPerPart())
        .fold(Hull::empty, Hull::and)
        .join(hulls -> new Out(one(hulls, in.features().crs())));
  }

  private static FeatureCollection one(List<Hull> hulls, String crs) {
    Geometry[] all = hulls.stream().map(Hull::geometry).toArray(Geometry[]::new);
    Geometry hull = GEOMETRIES.createGeometryCollection(all).convexHull().norm();
    return FeatureCollection.of(crs, List.of(new Feature("hull", hull, Map.of())));
  }
}
