package org.drover.wps.processes.vector;

import jakarta.validation.constraints.Min;
import java.io.IOException;
import org.drover.wps.process.About;
import org.drover.wps.process.Default;
import org.drover.wps.process.Deterministic;
import org.drover.wps.process.MaxMegabytes;
import org.drover.wps.process.PartitionedProcess;
import org.drover.wps.process.ProcessInfo;
import org.drover.wps.process.Title;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.plan.FeatureSink;
import org.drover.wps.process.plan.Plan;
import org.drover.wps.processes.crs.PositionMapping;
import org.drover.wps.processes.geometry.CollectionCrs;
import org.drover.wps.processes.geometry.FeatureChange;
import org.drover.wps.processes.geometry.FeatureIndex;
import org.drover.wps.processes.geometry.Overlap;

/** What features of two collections have in common. */
@Deterministic
@ProcessInfo(
    id = "intersection",
    title = "Intersection of two collections",
    version = "1.0.0",
    summary =
        "For each pair of a left and a right feature that overlap, what they have in common, with"
            + " the properties of both; a right property whose name is taken gets the prefix"
            + " 'right_'. Where areas only touch there is nothing. The right collection is indexed"
            + " in memory, the left may be of any size.",
    keywords = {"vector", "geometry", "overlay", "intersection", "clip", "spatial join"},
    metadata =
        @About(
            title = "OverlayNG of the JTS Topology Suite",
            href =
                "https://locationtech.github.io/jts/javadoc/org/locationtech/jts/operation/overlayng/OverlayNG.html"))
public final class Intersection implements PartitionedProcess<Intersection.In, Intersection.Out> {

  /** The collections. */
  public record In(
      @Title("Left features") FeatureCollection left,
      @Title(
              value = "Right features",
              summary = "In another CRS than the left, they are reprojected first.")
          @MaxMegabytes(100)
          FeatureCollection right,
      @Title(value = "Left features of a part", summary = "The result does not depend on it.")
          @Min(1)
          @Default("10000")
          int featuresPerPart) {}

  /** What the collections have in common. */
  public record Out(
      @Title(
              value = "Common areas, lines and points",
              summary =
                  "In the CRS of the left collection, in the order of the left, then of the right"
                      + " features; ids are those of both, with a colon between.")
          FeatureCollection result) {}

  @Override
  public Plan<Out> plan(In in) {
    PositionMapping toLeft =
        CollectionCrs.of(in.right(), "right").to(CollectionCrs.of(in.left(), "left"));
    boolean sameCrs =
        CollectionCrs.of(in.right(), "right").sameAs(CollectionCrs.of(in.left(), "left"));
    FeatureIndex right =
        new FeatureIndex(
            in.right(),
            it ->
                sameCrs
                    ? it
                    : FeatureChange.naming(
                        it, each -> FeatureChange.withGeometryChanged(each, toLeft::map)));
    return FeatureChange.reading(in.left(), in.featuresPerPart())
        .write(in.left().crs(), (range, feature, sink) -> write(feature, right, sink))
        .join(Out::new);
  }

  private static void write(Feature left, FeatureIndex rights, FeatureSink sink)
      throws IOException {
    if (left.geometry() == null) {
      return;
    }
    for (Feature right : rights.near(left.geometry())) {
      Feature common = FeatureChange.naming(left, it -> Overlap.of(it, right));
      if (!common.geometry().isEmpty()) {
        sink.write(common);
      }
    }
  }
}
