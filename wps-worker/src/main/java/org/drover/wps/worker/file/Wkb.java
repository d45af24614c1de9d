package org.drover.wps.worker.file;

import java.io.IOException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** Geometries as well-known binary (06-103r4 §8), in x, y order. Used by one thread. */
public final class Wkb {

  private static final int TWO_DIMENSIONS = 2;
  private static final int THREE_DIMENSIONS = 3;

  private final WKBWriter flat = new WKBWriter(TWO_DIMENSIONS);
  private final WKBWriter solid = new WKBWriter(THREE_DIMENSIONS);
  private final WKBReader reader = new WKBReader(new GeometryFactory());

  /** Without the SRID. */
  public byte[] write(Geometry geometry) {
    return (hasZ(geometry) ? solid : flat).write(geometry);
  }

  /** Reads what {@link #write} wrote. */
  public Geometry read(byte[] wkb) throws IOException {
    try {
      return reader.read(wkb);
    } catch (ParseException e) {
      throw new IOException("a stored geometry cannot be read", e);
    }
  }

  /** Whether the positions have a third number. */
  public static boolean hasZ(Geometry geometry) {
    Coordinate first = geometry.getCoordinate();
    return first != null && !Double.isNaN(first.getZ());
  }
}
