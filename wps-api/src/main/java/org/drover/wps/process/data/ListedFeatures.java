package org.drover.wps.process.data;

import java.util.List;
import org.drover.wps.process.plan.Items;

/** Features held in memory. */
record ListedFeatures(String crs, List<Feature> features) implements FeatureCollection {

  @Override
  public long size() {
    return features.size();
  }

  @Override
  public Items<Feature> readFrom(long from) {
    return Items.of(features.subList((int) Math.min(from, features.size()), features.size()));
  }
}
