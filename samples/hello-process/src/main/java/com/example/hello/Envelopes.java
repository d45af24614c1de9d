package com.example.hello;

import jakarta.validation.constraints.Min;
import org.drover.wps.process.Default;
import org.drover.wps.process.PartitionedProcess;
import org.drover.wps.process.ProcessInfo;
import org.drover.wps.process.Title;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.plan.Plan;
import org.locationtech.jts.geom.Geometry;

/** Replaces each feature by the box around it; cut into parts, it goes on after a crash. */
@ProcessInfo(
    id = "envelopes",
    title = "Envelopes",
    version = "1.0.0",
    summary = "Replaces each feature by the box around it.",
    keywords = {"sample", "vector"})
public class Envelopes implements PartitionedProcess<Envelopes.In, Envelopes.Out> {

  /** What to put into boxes. */
  public record In(
      @Title("Features") FeatureCollection features,
      @Title("Features of a part") @Min(1) @Default("1000") int featuresPerPart) {}

  /** The boxes. */
  public record Out(@Title("Boxes") FeatureCollection result) {}

  @Override
  public Plan<Out> plan(In in) {
    return Plan.over(in.features().ranges(in.featuresPerPart()))
        .read(in.features()::in)
        .write(in.features().crs(), (part, feature, sink) -> sink.write(boxed(feature)))
        .join(Out::new);
  }

  private static Feature boxed(Feature feature) {
    return feature
        .findGeometry()
        .map(Geometry::getEnvelope)
        .map(feature::withGeometry)
        .orElse(feature);
  }
}
