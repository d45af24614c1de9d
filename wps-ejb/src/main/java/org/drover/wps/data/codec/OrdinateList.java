package org.drover.wps.data.codec;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;

/** Numbers of positions, one after another, as they are read. */
final class OrdinateList {

  private double[] values = new double[32];
  private int size;

  void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  /**
   * The positions.
   *
   * @param dimension numbers per position, at least 2; those after the third are left out
   * @param northingFirst whether the first two of each are swapped
   */
  Coordinate[] positions(int dimension, boolean northingFirst) {
    int x = northingFirst ? 1 : 0;
    int y = 1 - x;
    Coordinate[] positions = new Coordinate[size / dimension];
    for (int i = 0, at = 0; i < positions.length; i++, at += dimension) {
      double z = dimension > 2 ? values[at + 2] : Coordinate.NULL_ORDINATE;
      positions[i] = new Coordinate(values[at + x], values[at + y], z);
    }
    return positions;
  }
}
