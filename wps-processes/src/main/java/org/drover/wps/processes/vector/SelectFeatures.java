package org.drover.wps.processes.vector;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.drover.wps.process.Default;
import org.drover.wps.process.Deterministic;
import org.drover.wps.process.Estimate;
import org.drover.wps.process.Estimating;
import org.drover.wps.process.InvalidInputException;
import org.drover.wps.process.Occurs;
import org.drover.wps.process.PartitionedProcess;
import org.drover.wps.process.ProcessInfo;
import org.drover.wps.process.Title;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.plan.Plan;
import org.drover.wps.processes.geometry.FeatureChange;
import org.drover.wps.processes.geometry.VectorCost;

/** Keeps the features whose properties meet conditions. */
@Deterministic
@ProcessInfo(
    id = "select-features",
    title = "Select features",
    version = "1.0.0",
    summary =
        "Keeps the features whose properties meet conditions, such as population GREATER 1000000."
            + " Two numbers are compared as numbers, anything else as text, letter by letter. A"
            + " feature without the property meets ABSENT and NOT_EQUAL alone.",
    keywords = {"vector", "select", "filter", "query", "attribute"})
public final class SelectFeatures
    implements PartitionedProcess<SelectFeatures.In, SelectFeatures.Out>,
        Estimating<SelectFeatures.In> {

  /** How many of the conditions a feature must meet. */
  public enum Match {
    ALL,
    ANY
  }

  /** One condition. */
  public record Condition(
      @Title("Property") @Size(min = 1, max = 200) String property,
      @Title("Comparison") @Default("EQUAL") Comparison comparison,
      @Title(value = "Value", summary = "Not needed for PRESENT and ABSENT.")
          Optional<@Size(max = 1000) String> value) {
    public Condition {
      if (comparison.needsValue() && value.isEmpty()) {
        throw new InvalidInputException(
            "value", "To compare by " + comparison + ", send the value to compare with.");
      }
    }

    boolean isMetBy(Feature feature) {
      return comparison.holds(feature.properties().get(property), value.orElse(""));
    }
  }

  /** What to select from, and how. */
  public record In(
      @Title("Features") FeatureCollection features,
      @Title(value = "Conditions", summary = "Each on one property.") @Occurs(max = 50)
          List<Condition> conditions,
      @Title("Conditions to be met") @Default("ALL") Match match,
      @Title(value = "Features of a part", summary = "The result does not depend on it.")
          @Min(1)
          @Default("10000")
          int featuresPerPart) {

    boolean selects(Feature feature) {
      return match == Match.ALL
          ? conditions.stream().allMatch(it -> it.isMetBy(feature))
          : conditions.stream().anyMatch(it -> it.isMetBy(feature));
    }
  }

  /** How many features there were of each kind. */
  public record Counts(
      @Title("Number of selected features") long selected,
      @Title("Number of other features") long others) {}

  /** The selection. */
  public record Out(
      @Title(value = "Selected features", summary = "Same ids, properties, order and CRS.")
          FeatureCollection selection,
      @Title("Counts") Counts counts) {}

  @Override
  public Optional<Estimate> estimate(In in) {
    return Optional.of(VectorCost.of(in.features(), 1e-6));
  }

  @Override
  public Plan<Out> plan(In in) {
    return FeatureChange.reading(in.features(), in.featuresPerPart())
        .write(
            in.features().crs(),
            (range, feature, sink) -> {
              if (in.selects(feature)) {
                sink.write(feature);
              }
            })
        .join(written -> new Out(written, counts(written.size(), in.features().size())));
  }

  private static Counts counts(long selected, long all) {
    return new Counts(selected, all - selected);
  }
}
