package org.drover.wps.processes.geometry;

import java.util.ArrayList;
import java.util.List;
import org.drover.wps.process.ProcessFailedException;
import org.drover.wps.processes.crs.LocalMetres;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.proj4j.datum.Ellipsoid;

/**
 * Grows geometries in longitude and latitude by metres on the ellipsoid.
 *
 * <p>A transverse Mercator projection keeps lengths true near one meridian. A narrow geometry is
 * grown in that of its middle. The outline of a wide one is cut into strips of longitude, each
 * grown in its own, and then joined to, or taken from, the geometry.
 */
final class GeographicBuffer implements MetreBuffer {

  private static final double STRIP_DEGREES = 4;
  private static final double METRES_PER_DEGREE = 111_320;
  private static final double EARTH_RADIUS = 6_371_000;

  private final Ellipsoid ellipsoid;
  private final double metres;
  private final BufferParameters style;
  private final double edgeDegrees;

  GeographicBuffer(Ellipsoid ellipsoid, double metres, BufferParameters style) {
    this.ellipsoid = ellipsoid;
    this.metres = metres;
    this.style = style;
    this.edgeDegrees = longestEdge(Math.abs(metres));
  }

  /** So long that an edge, straight in degrees, bends in metres by a thousandth of the distance. */
  private static double longestEdge(double distance) {
    double bend = Math.max(distance / 1_000, 0.01);
    double metres = Math.sqrt(4 * EARTH_RADIUS * bend);
    return Math.min(Math.max(metres / METRES_PER_DEGREE, 0.01), 1);
  }

  @Override
  public Geometry grow(Geometry geometry) {
    if (geometry.isEmpty() || metres == 0) {
      return BufferOp.bufferOp(geometry, metres, style);
    }
    Envelope extent = geometry.getEnvelopeInternal();
    if (extent.getWidth() <= STRIP_DEGREES) {
      return Antimeridian.cut(growAbout(extent.centre().x, geometry, metres, style));
    }
    return Antimeridian.cut(growWide(geometry));
  }

  private Geometry growWide(Geometry geometry) {
    Geometry border = growStrips(Outline.of(geometry));
    Geometry areas = Outline.areasOf(geometry);
    return metres < 0
        ? OverlayNGRobust.overlay(areas, border, OverlayNG.DIFFERENCE)
        : OverlayNGRobust.overlay(areas, border, OverlayNG.UNION);
  }

  /** All that lies within the distance of the lines and points. */
  private Geometry growStrips(List<Geometry> outline) {
    BufferParameters roundEnds = style.copy();
    roundEnds.setEndCapStyle(BufferParameters.CAP_ROUND);
    List<Geometry> grown = new ArrayList<>();
    for (Geometry each : outline) {
      Envelope extent = each.getEnvelopeInternal();
      for (double west = extent.getMinX(); west <= extent.getMaxX(); west += STRIP_DEGREES) {
        Geometry piece = strip(each, west);
        if (!piece.isEmpty()) {
          grown.add(growAbout(west + STRIP_DEGREES / 2, piece, Math.abs(metres), roundEnds));
        }
      }
    }
    return OverlayNGRobust.union(grown, new GeometryFactory());
  }

  private static Geometry strip(Geometry outline, double west) {
    Envelope extent = outline.getEnvelopeInternal();
    if (extent.getWidth() <= STRIP_DEGREES) {
      return outline;
    }
    Geometry box =
        outline
            .getFactory()
            .toGeometry(
                new Envelope(
                    west, west + STRIP_DEGREES, extent.getMinY() - 1, extent.getMaxY() + 1));
    return OverlayNGRobust.overlay(outline, box, OverlayNG.INTERSECTION);
  }

  private Geometry growAbout(
      double meridian, Geometry geometry, double distance, BufferParameters ends) {
    requireOffPoles(geometry.getEnvelopeInternal());
    LocalMetres local = new LocalMetres(ellipsoid, meridian);
    Geometry inMetres = local.toMetres().map(withShortEdges(geometry));
    return local.toDegrees().map(BufferOp.bufferOp(inMetres, distance, ends));
  }

  private Geometry withShortEdges(Geometry geometry) {
    if (geometry.getEnvelopeInternal().getDiameter() <= edgeDegrees) {
      return geometry;
    }
    Densifier densifier = new Densifier(geometry);
    densifier.setDistanceTolerance(edgeDegrees);
    densifier.setValidate(false);
    return densifier.getResultGeometry();
  }

  private void requireOffPoles(Envelope extent) {
    double reach = Math.abs(metres) / METRES_PER_DEGREE;
    if (Math.max(Math.abs(extent.getMinY()), Math.abs(extent.getMaxY())) + reach > 89.9) {
      throw new ProcessFailedException(
          "A feature comes as near to a pole as the distance. Reproject the features to a polar"
              + " CRS first, such as EPSG:3031 (south) or EPSG:3413 (north).");
    }
  }
}
