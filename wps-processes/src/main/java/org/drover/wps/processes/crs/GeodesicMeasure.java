package org.drover.wps.processes.crs;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import net.sf.geographiclib.PolygonResult;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.proj4j.datum.Ellipsoid;

/**
 * Areas and lengths on the ellipsoid, of geometries in longitude and latitude. The edges between
 * positions are geodesics (C. Karney, Algorithms for geodesics, 2013).
 */
public final class GeodesicMeasure {

  private final Geodesic geodesic;

  public GeodesicMeasure(Ellipsoid ellipsoid) {
    this.geodesic =
        new Geodesic(
            ellipsoid.getEquatorRadius(), 1 - Math.sqrt(1 - ellipsoid.getEccentricitySquared()));
  }

  /** Area of all polygons in square metres, holes left out; 0 for points and lines. */
  public double area(Geometry geometry) {
    if (geometry instanceof Polygon polygon) {
      return areaOf(polygon);
    }
    double area = 0;
    for (int i = 0; i < geometry.getNumGeometries() && geometry.getDimension() > 1; i++) {
      area += area(geometry.getGeometryN(i));
    }
    return area;
  }

  private double areaOf(Polygon polygon) {
    double area = areaWithin(polygon.getExteriorRing());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      area -= areaWithin(polygon.getInteriorRingN(i));
    }
    return area;
  }

  private double areaWithin(LineString ring) {
    return Math.abs(measure(ring, false).area);
  }

  /** Length of all lines and of all rings of polygons, in metres; 0 for points. */
  public double length(Geometry geometry) {
    if (geometry instanceof LineString line) {
      return measure(line, true).perimeter;
    }
    if (geometry instanceof Polygon polygon) {
      double length = length(polygon.getExteriorRing());
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        length += length(polygon.getInteriorRingN(i));
      }
      return length;
    }
    double length = 0;
    for (int i = 0; i < geometry.getNumGeometries() && geometry.getDimension() > 0; i++) {
      length += length(geometry.getGeometryN(i));
    }
    return length;
  }

  private PolygonResult measure(LineString line, boolean open) {
    PolygonArea sum = new PolygonArea(geodesic, open);
    Coordinate[] positions = line.getCoordinates();
    int count = open || positions.length == 0 ? positions.length : positions.length - 1;
    for (int i = 0; i < count; i++) {
      sum.AddPoint(positions[i].y, positions[i].x);
    }
    return sum.Compute(false, true);
  }
}
