package org.drover.wps.processes.crs;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.proj4j.ProjCoordinate;
import org.locationtech.proj4j.datum.Ellipsoid;
import org.locationtech.proj4j.proj.TransverseMercatorProjection;

/**
 * Longitude and latitude to metres and back by a transverse Mercator projection about a meridian.
 * Lengths near the meridian are true: 0.06 % too long 2° off it at the equator, less elsewhere.
 * Longitudes on the way back run on past ±180° rather than jump.
 */
public final class LocalMetres {

  private final TransverseMercatorProjection projection = new TransverseMercatorProjection();
  private final double meridian;

  /**
   * @param meridian longitude where lengths are true, in degrees
   */
  public LocalMetres(Ellipsoid ellipsoid, double meridian) {
    projection.setEllipsoid(ellipsoid);
    projection.initialize();
    this.meridian = meridian;
  }

  /** Degrees to metres. */
  public PositionMapping toMetres() {
    return (longitude, latitude) -> {
      ProjCoordinate to = new ProjCoordinate();
      projection.project(new ProjCoordinate(longitude - meridian, latitude), to);
      return new Coordinate(to.x, to.y);
    };
  }

  /** Metres to degrees. */
  public PositionMapping toDegrees() {
    return (x, y) -> {
      ProjCoordinate to = new ProjCoordinate();
      projection.inverseProject(new ProjCoordinate(x, y), to);
      return new Coordinate(to.x + meridian, to.y);
    };
  }
}
