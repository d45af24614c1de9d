package org.drover.wps.process.data;

import java.util.List;

/**
 * A box aligned with the axes of a coordinate reference system (ows:BoundingBox).
 *
 * @param lower lower corner in x, y (, z) order: easting or longitude first, in units of the CRS
 * @param upper upper corner, same order and number of dimensions
 * @param crs identifier of the coordinate reference system, such as {@code EPSG:4326}
 */
public record BoundingBox(List<Double> lower, List<Double> upper, String crs) {
  public BoundingBox {
    lower = List.copyOf(lower);
    upper = List.copyOf(upper);
    if (lower.size() != upper.size() || lower.size() < 2 || lower.size() > 3) {
      throw new IllegalArgumentException(
          "a bounding box has two corners of two or three ordinates each");
    }
  }

  /** Number of dimensions: 2 or 3. */
  public int dimensions() {
    return lower.size();
  }
}
