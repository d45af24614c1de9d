package org.drover.wps.processes.vector;

import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drover.wps.process.About;
import org.drover.wps.process.Default;
import org.drover.wps.process.Deterministic;
import org.drover.wps.process.PartitionedProcess;
import org.drover.wps.process.ProcessInfo;
import org.drover.wps.process.Title;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.plan.Items;
import org.drover.wps.process.plan.Plan;
import org.drover.wps.process.plan.Source;
import org.drover.wps.processes.geometry.FeatureChange;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Joins the features that agree in a property. */
@Deterministic
@ProcessInfo(
    id = "dissolve",
    title = "Dissolve by property",
    version = "1.0.0",
    summary =
        "Joins all features that have the same value of a property into one; without a property, all"
            + " features. Parts are groups of values; each part reads the collection once and holds"
            + " its own features in memory.",
    keywords = {"vector", "geometry", "dissolve", "union", "aggregate"},
    metadata =
        @About(
            title = "OverlayNGRobust of the JTS Topology Suite",
            href =
                "https://locationtech.github.io/jts/javadoc/org/locationtech/jts/operation/overlayng/OverlayNGRobust.html"),
    queue = "long")
public final class Dissolve implements PartitionedProcess<Dissolve.In, Dissolve.Out> {

  /** What to join by what. */
  public record In(
      @Title("Features") FeatureCollection features,
      @Title(
              value = "Property",
              summary = "Features without it form a group of their own. Without this input, all.")
          Optional<String> property,
      @Title(value = "Values of a part", summary = "The result does not depend on it.")
          @Min(1)
          @Default("100")
          int valuesPerPart) {}

  /** The joined features. */
  public record Out(
      @Title(
              value = "Joined features",
              summary =
                  "In the CRS of the features and the order in which the values first appear, with"
                      + " the property and the count of the features joined.")
          FeatureCollection result) {}

  /** Groups of this range of values, counted in the order of their first appearance. */
  record Part(int from, int to) {}

  /** The features of one value. */
  record Group(Optional<Object> value, List<Geometry> geometries, long count) {

    Feature joined(Optional<String> property) {
      Map<String, Object> properties = new LinkedHashMap<>();
      property.ifPresent(name -> properties.put(name, value.orElse(null)));
      properties.put("count", count);
      String id = value.map(Object::toString).orElse("");
      return FeatureChange.naming(
          new Feature(id, null, properties), feature -> feature.withGeometry(union()));
    }

    private Geometry union() {
      return geometries.isEmpty()
          ? null
          : OverlayNGRobust.union(geometries, geometries.get(0).getFactory());
    }
  }

  @Override
  public Plan<Out> plan(In in) throws IOException {
    List<Optional<Object>> values = values(in);
    return Plan.over(parts(values.size(), in.valuesPerPart()))
        .read(part -> groups(in, values.subList(part.from(), part.to())))
        .checkpointEvery(10)
        .write(in.features().crs(), (part, group, sink) -> sink.write(group.joined(in.property())))
        .join(Out::new);
  }

  private static List<Part> parts(int values, int each) {
    List<Part> parts = new ArrayList<>();
    for (long from = 0; from < values || from == 0; from += each) {
      parts.add(new Part((int) from, (int) Math.min(values, from + each)));
    }
    return parts;
  }

  private static List<Optional<Object>> values(In in) throws IOException {
    Set<Optional<Object>> values = new LinkedHashSet<>();
    try (Items<Feature> items = in.features().readFrom(0)) {
      while (items.hasNext()) {
        values.add(value(items.next(), in.property()));
      }
    }
    return List.copyOf(values);
  }

  private static Optional<Object> value(Feature feature, Optional<String> property) {
    return property.map(name -> feature.properties().get(name));
  }

  /** The groups of some values; opened anywhere, it reads the features of the values left. */
  private static Source<Group> groups(In in, List<Optional<Object>> values) {
    return new Source<>() {
      @Override
      public long size() {
        return values.size();
      }

      @Override
      public Items<Group> openAt(long position) throws IOException {
        return Items.of(read(in, values.subList((int) position, values.size())));
      }
    };
  }

  private static List<Group> read(In in, List<Optional<Object>> values) throws IOException {
    Map<Optional<Object>, List<Feature>> byValue = new LinkedHashMap<>();
    values.forEach(it -> byValue.put(it, new ArrayList<>()));
    try (Items<Feature> items = in.features().readFrom(0)) {
      while (items.hasNext()) {
        Feature feature = items.next();
        Optional.ofNullable(byValue.get(value(feature, in.property())))
            .ifPresent(it -> it.add(feature));
      }
    }
    List<Group> groups = new ArrayList<>();
    byValue.forEach(
        (value, features) -> groups.add(new Group(value, geometries(features), features.size())));
    return groups;
  }

  private static List<Geometry> geometries(List<Feature> features) {
    return features.stream().flatMap(it -> it.findGeometry().stream()).toList();
  }
}
