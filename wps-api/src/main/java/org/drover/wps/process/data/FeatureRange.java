package org.drover.wps.process.data;

/**
 * A run of features of a collection.
 *
 * @param from index of the first
 * @param to index after the last
 */
public record FeatureRange(long from, long to) {
  public FeatureRange {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("not a range: " + from + " to " + to);
    }
  }

  public long size() {
    return to - from;
  }
}
