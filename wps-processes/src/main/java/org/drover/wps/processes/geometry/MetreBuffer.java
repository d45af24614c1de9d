package org.drover.wps.processes.geometry;

import org.drover.wps.processes.crs.Crs;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;

/** Grows geometries by a distance in metres. For one thread. */
public interface MetreBuffer {

  /** The geometry grown, or shrunk when the distance is below 0. */
  Geometry grow(Geometry geometry);

  /** The way that fits a CRS: in its plane, or on the ellipsoid when it is geographic. */
  static MetreBuffer in(Crs crs, double metres, BufferParameters style) {
    if (crs.isGeographic()) {
      return new GeographicBuffer(crs.ellipsoid(), metres, style);
    }
    double units = metres / crs.metresPerUnit();
    return geometry -> BufferOp.bufferOp(geometry, units, style);
  }
}
