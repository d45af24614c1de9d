package org.drover.wps.processes.geometry;

import java.util.function.UnaryOperator;
import org.drover.wps.process.ProcessFailedException;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.data.FeatureRange;
import org.drover.wps.process.plan.Plan;
import org.drover.wps.processes.crs.OutsideCrsException;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.TopologyException;

/** Changes features one by one, and names the feature that cannot be changed. */
public final class FeatureChange {

  private FeatureChange() {}

  /** A plan that writes each feature with its geometry changed; those without one pass as is. */
  public static Plan.Written<FeatureRange, Feature> ofGeometries(
      FeatureCollection features, int featuresPerPart, UnaryOperator<Geometry> change) {
    return ofFeatures(features, featuresPerPart, it -> withGeometryChanged(it, change));
  }

  /** A plan that writes each feature changed. */
  public static Plan.Written<FeatureRange, Feature> ofFeatures(
      FeatureCollection features, int featuresPerPart, UnaryOperator<Feature> change) {
    return reading(features, featuresPerPart)
        .write(features.crs(), (range, feature, sink) -> sink.write(naming(feature, change)));
  }

  /** The features of a collection in parts of so many. */
  public static Plan.Reading<FeatureRange, Feature> reading(
      FeatureCollection features, int featuresPerPart) {
    return Plan.over(features.ranges(featuresPerPart)).read(features::in);
  }

  /** The feature with its geometry changed, or as it is when it has none. */
  public static Feature withGeometryChanged(Feature feature, UnaryOperator<Geometry> change) {
    return feature.findGeometry().map(it -> feature.withGeometry(change.apply(it))).orElse(feature);
  }

  /**
   * Applies a change.
   *
   * @throws ProcessFailedException if the geometry does not allow it; names the feature
   */
  public static Feature naming(Feature feature, UnaryOperator<Feature> change) {
    try {
      return change.apply(feature);
    } catch (OutsideCrsException e) {
      throw failure(feature, e.getMessage() + ". Clip it first.", e);
    } catch (TopologyException | IllegalArgumentException e) {
      throw failure(
          feature, "its geometry is not valid. Send it through validate-repair first.", e);
    }
  }

  private static ProcessFailedException failure(Feature feature, String what, Exception cause) {
    String name = feature.id().isEmpty() ? "without an id" : "'" + feature.id() + "'";
    return new ProcessFailedException(
        "The feature " + name + " cannot be worked on: " + what, cause);
  }
}
