package org.drover.wps.data.codec;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Makes geometries from positions and says what is wrong with them. */
final class Shapes {

  static final GeometryFactory FACTORY = new GeometryFactory();

  private Shapes() {}

  static Point point(Coordinate[] positions) {
    if (positions.length > 1) {
      throw new MalformedDataException("A point has one position, not " + positions.length + ".");
    }
    return positions.length == 0 ? FACTORY.createPoint() : FACTORY.createPoint(positions[0]);
  }

  static LineString line(Coordinate[] positions) {
    if (positions.length == 1) {
      throw new MalformedDataException("A line has at least two positions, not one.");
    }
    return FACTORY.createLineString(positions);
  }

  static LinearRing ring(Coordinate[] positions) {
    int count = positions.length;
    if (count > 0 && count < 4) {
      throw new MalformedDataException(
          "A ring of a polygon has at least four positions, not " + count + ".");
    }
    if (count > 0 && !positions[0].equals2D(positions[count - 1])) {
      throw new MalformedDataException(
          "A ring of a polygon ends where it begins; this one begins at "
              + text(positions[0])
              + " and ends at "
              + text(positions[count - 1])
              + ".");
    }
    return FACTORY.createLinearRing(positions);
  }

  private static String text(Coordinate position) {
    return position.getX() + " " + position.getY();
  }

  /** A polygon from its rings, the outer one first; without rings it is empty. */
  static Polygon polygon(List<LinearRing> rings) {
    return rings.isEmpty()
        ? FACTORY.createPolygon()
        : FACTORY.createPolygon(
            rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }
}
