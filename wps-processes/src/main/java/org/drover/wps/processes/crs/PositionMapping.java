package org.drover.wps.processes.crs;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** Where each position goes. */
@FunctionalInterface
public interface PositionMapping {

  /**
   * Maps one position.
   *
   * @throws OutsideCrsException if it has no place in the target
   */
  Coordinate map(double x, double y);

  /** A geometry with each position mapped; the given one stays as it is. */
  default Geometry map(Geometry geometry) {
    Geometry copy = geometry.copy();
    copy.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence positions, int i) {
            Coordinate mapped = PositionMapping.this.map(positions.getX(i), positions.getY(i));
            positions.setOrdinate(i, CoordinateSequence.X, mapped.x);
            positions.setOrdinate(i, CoordinateSequence.Y, mapped.y);
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    return copy;
  }
}
