package org.drover.wps.processes.geometry;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.PolygonExtracter;

/**
 * Takes geometries in longitude and latitude apart into areas and outlines. An edge along ±180° or
 * ±90° is where a map ends, not where a thing does: it is no outline.
 */
final class Outline {

  private Outline() {}

  /** The points, lines and rings, the latter without edges along the end of the map. */
  static List<Geometry> of(Geometry geometry) {
    List<Geometry> outline = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      if (part instanceof Polygon polygon) {
        addEdges(polygon.getExteriorRing(), outline);
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          addEdges(polygon.getInteriorRingN(hole), outline);
        }
      } else if (part.getNumGeometries() > 1) {
        outline.addAll(of(part));
      } else {
        outline.add(part);
      }
    }
    return outline;
  }

  private static void addEdges(LineString ring, List<Geometry> outline) {
    GeometryFactory factory = ring.getFactory();
    CoordinateList line = new CoordinateList();
    for (Coordinate position : ring.getCoordinates()) {
      if (!line.isEmpty() && isMapEnd(line.get(line.size() - 1), position)) {
        addLine(line, factory, outline);
        line = new CoordinateList();
      }
      line.add(position, false);
    }
    addLine(line, factory, outline);
  }

  private static void addLine(
      CoordinateList line, GeometryFactory factory, List<Geometry> outline) {
    if (line.size() > 1) {
      outline.add(factory.createLineString(line.toCoordinateArray()));
    }
  }

  private static boolean isMapEnd(Coordinate from, Coordinate to) {
    return (from.x == to.x && Math.abs(from.x) == 180)
        || (from.y == to.y && Math.abs(from.y) == 90);
  }

  /** The polygons; made valid, as growing in a plane does too. */
  static Geometry areasOf(Geometry geometry) {
    List<Polygon> polygons = new ArrayList<>();
    geometry.apply(new PolygonExtracter(polygons));
    Geometry areas = geometry.getFactory().createMultiPolygon(polygons.toArray(new Polygon[0]));
    return areas.isValid() ? areas : GeometryFixer.fix(areas);
  }
}
