package org.drover.wps.processes.crs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.datum.Ellipsoid;
import org.locationtech.proj4j.util.CRSCache;

/**
 * A coordinate reference system of the EPSG list, or CRS84. Positions are in x, y order.
 *
 * @param id {@code EPSG:nnnn} or {@code OGC:CRS84}
 */
public record Crs(String id, CoordinateReferenceSystem system) {

  public static final String CRS84 = "OGC:CRS84";

  private static final Pattern EPSG =
      Pattern.compile(
          "(?:EPSG:|urn:ogc:def:crs:EPSG:[^:]*:|https?://www\\.opengis\\.net/def/crs/EPSG/[^/]+/)(\\d{1,6})",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LON_LAT =
      Pattern.compile(
          "(?:OGC:|urn:ogc:def:crs:OGC:[^:]*:|https?://www\\.opengis\\.net/def/crs/OGC/[^/]+/)?CRS84",
          Pattern.CASE_INSENSITIVE);
  private static final CRSCache CACHE = new CRSCache();

  /**
   * Finds a system by {@code EPSG:nnnn}, {@code OGC:CRS84}, or a URN or address of either.
   *
   * @return empty if there is none of that name
   */
  public static Optional<Crs> find(String name) {
    if (LON_LAT.matcher(name.trim()).matches()) {
      return load(CRS84, "EPSG:4326");
    }
    Matcher epsg = EPSG.matcher(name.trim());
    return epsg.matches()
        ? load("EPSG:" + epsg.group(1), "EPSG:" + epsg.group(1))
        : Optional.empty();
  }

  private static Optional<Crs> load(String id, String code) {
    try {
      return Optional.ofNullable(CACHE.createFromName(code)).map(it -> new Crs(id, it));
    } catch (Proj4jException unknown) {
      return Optional.empty();
    }
  }

  public boolean isGeographic() {
    return system.isGeographic();
  }

  /** Length of a unit of a projected system, in metres. */
  public double metresPerUnit() {
    return 1 / system.getProjection().getFromMetres();
  }

  public Ellipsoid ellipsoid() {
    return system.getProjection().getEllipsoid();
  }

  /** Whether positions of both mean the same. */
  public boolean sameAs(Crs other) {
    return system.equals(other.system);
  }

  /** Longitude and latitude on WGS 84. */
  public static Crs lonLat() {
    return new Crs(CRS84, CACHE.createFromName("EPSG:4326"));
  }

  /** How positions of this system become positions of another. For one thread. */
  public PositionMapping to(Crs other) {
    return new ProjMapping(new BasicCoordinateTransform(system, other.system));
  }
}
