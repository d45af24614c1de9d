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
import org.drover.wps.processes.geometry.FeatureChange;
import org.drover.wps.processes.geometry.VectorCost;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Tells which features are not valid, and why, and makes them valid. */
@Deterministic
@ProcessInfo(
    id = "validate-repair",
    title = "Validate and repair",
    version = "1.0.0",
    summary =
        "Adds to each feature whether its geometry is valid (OGC 06-103r4) and, if it is not, why and"
            + " where; then makes it valid, keeping as much of its area as it can.",
    keywords = {"vector", "geometry", "valid", "repair", "topology"},
    metadata =
        @About(
            title = "GeometryFixer of the JTS Topology Suite",
            href =
                "https://locationtech.github.io/jts/javadoc/org/locationtech/jts/geom/util/GeometryFixer.html"))
public final class ValidateRepair
    implements PartitionedProcess<ValidateRepair.In, ValidateRepair.Out>,
        Estimating<ValidateRepair.In> {

  /** What to check. */
  public record In(
      @Title("Features") FeatureCollection features,
      @Title(value = "Repair", summary = "false: only tell.") @Default("true") boolean repair,
      @Title(value = "Features of a part", summary = "The result does not depend on it.")
          @Min(1)
          @Default("10000")
          int featuresPerPart) {}

  /** The checked features. */
  public record Out(
      @Title(
              value = "Checked features",
              summary =
                  "Same ids, order and CRS. More properties: valid (boolean, as it came) and, for"
                      + " those not valid, reason. Features without geometry pass as is.")
          FeatureCollection result) {}

  @Override
  public Optional<Estimate> estimate(In in) {
    return Optional.of(VectorCost.of(in.features(), 5e-6));
  }

  @Override
  public Plan<Out> plan(In in) {
    return FeatureChange.ofFeatures(
            in.features(),
            in.featuresPerPart(),
            feature ->
                feature.findGeometry().map(it -> check(feature, it, in.repair())).orElse(feature))
        .join(Out::new);
  }

  private static Feature check(Feature feature, Geometry geometry, boolean repair) {
    TopologyValidationError error = new IsValidOp(geometry).getValidationError();
    if (error == null) {
      return feature.withProperty("valid", true);
    }
    Feature told = feature.withProperty("valid", false).withProperty("reason", error.toString());
    return repair ? told.withGeometry(GeometryFixer.fix(geometry)) : told;
  }
}
