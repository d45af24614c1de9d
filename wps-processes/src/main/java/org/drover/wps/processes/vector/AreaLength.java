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
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.plan.Plan;
import org.drover.wps.processes.crs.Crs;
import org.drover.wps.processes.crs.GeodesicMeasure;
import org.drover.wps.processes.crs.PositionMapping;
import org.drover.wps.processes.geometry.CollectionCrs;
import org.drover.wps.processes.geometry.FeatureChange;
import org.drover.wps.processes.geometry.VectorCost;
import org.locationtech.jts.geom.Geometry;

/** Adds the area and the length of each feature. */
@Deterministic
@ProcessInfo(
    id = "area-length",
    title = "Area and length",
    version = "1.0.0",
    summary =
        "Adds to each feature its area in square metres and its length in metres (for areas: of the"
            + " outline with its holes), measured on the WGS 84 ellipsoid along geodesics,"
            + " whatever the CRS.",
    keywords = {"vector", "geodesic", "area", "length", "perimeter", "ellipsoid"},
    metadata = @About(title = "GeographicLib", href = "https://geographiclib.sourceforge.io/"))
public final class AreaLength
    implements PartitionedProcess<AreaLength.In, AreaLength.Out>, Estimating<AreaLength.In> {

  /** What to measure, and what to call the measures. */
  public record In(
      @Title("Features") FeatureCollection features,
      @Title(value = "Name of the area", summary = "Replaces a property of that name.")
          @Default("area")
          String areaProperty,
      @Title(value = "Name of the length", summary = "Replaces a property of that name.")
          @Default("length")
          String lengthProperty,
      @Title(value = "Features of a part", summary = "The result does not depend on it.")
          @Min(1)
          @Default("10000")
          int featuresPerPart) {}

  /** The measured features. */
  public record Out(
      @Title(
              value = "Measured features",
              summary =
                  "Same ids, geometries, order and CRS. Features without geometry pass as is.")
          FeatureCollection result) {}

  @Override
  public Optional<Estimate> estimate(In in) {
    return Optional.of(VectorCost.of(in.features(), 2e-6));
  }

  @Override
  public Plan<Out> plan(In in) {
    Crs crs = CollectionCrs.of(in.features(), "features");
    Crs lonLat = Crs.lonLat();
    GeodesicMeasure measure = new GeodesicMeasure(lonLat.ellipsoid());
    Optional<PositionMapping> toDegrees =
        crs.sameAs(lonLat) ? Optional.empty() : Optional.of(crs.to(lonLat));
    return FeatureChange.ofFeatures(
            in.features(),
            in.featuresPerPart(),
            feature ->
                feature
                    .findGeometry()
                    .map(it -> toDegrees.map(mapping -> mapping.map(it)).orElse(it))
                    .map(it -> measured(feature, it, measure, in))
                    .orElse(feature))
        .join(Out::new);
  }

  private static Feature measured(
      Feature feature, Geometry degrees, GeodesicMeasure measure, In names) {
    return feature
        .withProperty(names.areaProperty(), measure.area(degrees))
        .withProperty(names.lengthProperty(), measure.length(degrees));
  }
}
