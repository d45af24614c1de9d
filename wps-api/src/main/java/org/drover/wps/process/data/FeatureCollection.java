package org.drover.wps.process.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.drover.wps.process.plan.Items;
import org.drover.wps.process.plan.Source;

/**
 * Features in a fixed order, in one coordinate reference system. May be far larger than memory: it
 * is read from any position, and never as a whole.
 */
public interface FeatureCollection {

  /**
   * Identifier of the coordinate reference system of all geometries: {@code OGC:CRS84} or {@code
   * EPSG:nnnn}.
   */
  String crs();

  /** Number of features. */
  long size();

  /**
   * The features from a position on; the caller closes it.
   *
   * @param from index of the first feature, 0 for all
   */
  Items<Feature> readFrom(long from) throws IOException;

  /**
   * Cuts the collection into ranges of at most so many features, in order; one empty range when it
   * is empty.
   */
  default List<FeatureRange> ranges(long featuresEach) {
    if (featuresEach < 1) {
      throw new IllegalArgumentException("a range holds at least one feature");
    }
    List<FeatureRange> ranges = new ArrayList<>();
    for (long start = 0; start < size() || start == 0; start += featuresEach) {
      ranges.add(new FeatureRange(start, Math.min(size(), start + featuresEach)));
    }
    return List.copyOf(ranges);
  }

  /** The features of a range, as a source for a plan. */
  default Source<Feature> in(FeatureRange range) {
    return new RangeSource(this, range);
  }

  /** A collection held in memory. */
  static FeatureCollection of(String crs, List<Feature> features) {
    return new ListedFeatures(crs, List.copyOf(features));
  }
}
