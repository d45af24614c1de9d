package org.drover.wps.processes.geometry;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.drover.wps.process.Estimate;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.plan.Items;
import org.locationtech.jts.geom.Geometry;

/** What work on features costs, by the number of their positions. */
public final class VectorCost {

  /** Seconds any job takes: claimed, planned, its outputs stored. */
  private static final double OVERHEAD = 0.1;

  private static final int SAMPLE = 20;

  private VectorCost() {}

  /**
   * Estimates.
   *
   * @param features of which the first are looked at
   * @param secondsPerPosition reading and writing included
   */
  public static Estimate of(FeatureCollection features, double secondsPerPosition) {
    return Estimate.ofSeconds(
        OVERHEAD + secondsPerPosition * features.size() * positionsPerFeature(features));
  }

  /** The mean number of positions of the first features; 1 at least. */
  public static double positionsPerFeature(FeatureCollection features) {
    try (Items<Feature> items = features.readFrom(0)) {
      int count = 0;
      long positions = 0;
      while (items.hasNext() && count < SAMPLE) {
        positions += items.next().findGeometry().map(Geometry::getNumPoints).orElse(0);
        count++;
      }
      return count == 0 ? 1 : Math.max(1, (double) positions / count);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
