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
import org.drover.wps.processes.crs.Crs;
import org.drover.wps.processes.crs.PositionMapping;
import org.drover.wps.processes.geometry.CollectionCrs;
import org.drover.wps.processes.geometry.FeatureChange;
import org.drover.wps.processes.geometry.VectorCost;

/** Brings features into another coordinate reference system. */
@Deterministic
@ProcessInfo(
    id = "reproject",
    title = "Reproject",
    version = "1.0.0",
    summary =
        "Brings features into another coordinate reference system of the EPSG list, or CRS84."
            + " Positions are mapped one by one; edges stay straight between them. Axis order is a"
            + " matter of the format: GML has that of the authority (EPSG:4326: latitude first),"
            + " GeoJSON always has longitude or easting first.",
    keywords = {"vector", "CRS", "projection", "EPSG", "coordinate transformation"},
    metadata = @About(title = "EPSG Geodetic Parameter Dataset", href = "https://epsg.org/"))
public final class Reproject
    implements PartitionedProcess<Reproject.In, Reproject.Out>, Estimating<Reproject.In> {

  /** The features and their new system. */
  public record In(
      @Title("Features") FeatureCollection features,
      @Title(
              value = "New CRS",
              summary =
                  "Such as EPSG:3857, OGC:CRS84, urn:ogc:def:crs:EPSG::25832 or"
                      + " http://www.opengis.net/def/crs/EPSG/0/3035.")
          String crs,
      @Title(value = "Features of a part", summary = "The result does not depend on it.")
          @Min(1)
          @Default("10000")
          int featuresPerPart) {}

  /** The features in their new system. */
  public record Out(
      @Title(value = "Reprojected features", summary = "Same ids, properties and order.")
          FeatureCollection result) {}

  @Override
  public Optional<Estimate> estimate(In in) {
    return Optional.of(VectorCost.of(in.features(), 2e-6));
  }

  @Override
  public Plan<Out> plan(In in) {
    Crs from = CollectionCrs.of(in.features(), "features");
    Crs to = CollectionCrs.named(in.crs(), "crs");
    PositionMapping mapping = from.to(to);
    return FeatureChange.reading(in.features(), in.featuresPerPart())
        .write(
            to.id(),
            (range, feature, sink) ->
                sink.write(
                    FeatureChange.naming(
                        feature, it -> FeatureChange.withGeometryChanged(it, mapping::map))))
        .join(Out::new);
  }
}
