package org.drover.wps.processes.crs;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;

/** Positions mapped by a coordinate transformation. */
record ProjMapping(CoordinateTransform transform) implements PositionMapping {

  @Override
  public Coordinate map(double x, double y) {
    ProjCoordinate mapped = new ProjCoordinate();
    try {
      transform.transform(new ProjCoordinate(x, y), mapped);
    } catch (Proj4jException e) {
      throw new OutsideCrsException(x, y, e);
    }
    if (!Double.isFinite(mapped.x) || !Double.isFinite(mapped.y)) {
      throw new OutsideCrsException(x, y, null);
    }
    return new Coordinate(mapped.x, mapped.y);
  }
}
