package org.drover.wps.processes.geometry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.plan.Items;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/** Finds the features of a collection by place. Reads the collection once, when first asked. */
public final class FeatureIndex {

  private final FeatureCollection collection;
  private final UnaryOperator<Feature> change;
  private List<Feature> features = List.of();
  private STRtree tree;

  /**
   * @param change made to each feature before it is indexed
   */
  public FeatureIndex(FeatureCollection collection, UnaryOperator<Feature> change) {
    this.collection = collection;
    this.change = change;
  }

  /** The features whose envelopes meet that of a geometry, in the order of the collection. */
  public synchronized List<Feature> near(Geometry geometry) throws IOException {
    if (tree == null) {
      read();
    }
    List<Integer> found = new ArrayList<>();
    tree.query(geometry.getEnvelopeInternal(), it -> found.add((Integer) it));
    return found.stream().sorted().map(features::get).toList();
  }

  private void read() throws IOException {
    List<Feature> all = new ArrayList<>();
    STRtree index = new STRtree();
    try (Items<Feature> items = collection.readFrom(0)) {
      while (items.hasNext()) {
        Feature feature = change.apply(items.next());
        if (feature.geometry() != null && !feature.geometry().isEmpty()) {
          index.insert(feature.geometry().getEnvelopeInternal(), all.size());
          all.add(feature);
        }
      }
    }
    features = all;
    tree = index;
  }
}
