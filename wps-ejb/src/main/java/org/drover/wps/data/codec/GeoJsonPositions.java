package org.drover.wps.data.codec;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * The {@code coordinates} of a geometry, kept as nested arrays until its {@code type} is known,
 * which may come after them.
 */
final class GeoJsonPositions {

  private static final Coordinate[] NONE = {};

  /** How deep positions lie below: 0 is a position, 1 an array of positions; -1 is empty. */
  private final int depth;

  private final Coordinate[] positions;
  private final List<GeoJsonPositions> members;

  private GeoJsonPositions(int depth, Coordinate[] positions, List<GeoJsonPositions> members) {
    this.depth = depth;
    this.positions = positions;
    this.members = members;
  }

  /** No position. */
  static GeoJsonPositions empty() {
    return new GeoJsonPositions(-1, NONE, List.of());
  }

  /** One position by itself. */
  static GeoJsonPositions position(Coordinate position) {
    return new GeoJsonPositions(0, new Coordinate[] {position}, List.of());
  }

  /** An array of positions. */
  static GeoJsonPositions list(List<Coordinate> positions) {
    return new GeoJsonPositions(1, positions.toArray(Coordinate[]::new), List.of());
  }

  /** An array of arrays, all equally deep; empty ones fit anywhere. */
  static GeoJsonPositions nested(List<GeoJsonPositions> members) {
    int depth = -1;
    for (GeoJsonPositions member : members) {
      if (depth >= 0 && member.depth >= 0 && depth != member.depth) {
        throw new MalformedDataException("The coordinates are not nested evenly.");
      }
      depth = Math.max(depth, member.depth);
    }
    return new GeoJsonPositions(depth < 0 ? -1 : depth + 1, NONE, members);
  }

  /** The position, if this is one by itself. */
  Optional<Coordinate> findPosition() {
    return depth == 0 ? Optional.of(positions[0]) : Optional.empty();
  }

  /** The geometry of a type other than GeometryCollection. */
  Geometry as(String type) {
    return switch (type) {
      case "Point" -> toPoint();
      case "LineString" -> toLine();
      case "Polygon" -> toPolygon();
      case "MultiPoint" ->
          Shapes.FACTORY.createMultiPointFromCoords(requireDepth(1, type).positions);
      case "MultiLineString" ->
          Shapes.FACTORY.createMultiLineString(
              requireDepth(2, type).members.stream()
                  .map(GeoJsonPositions::toLine)
                  .toArray(LineString[]::new));
      case "MultiPolygon" ->
          Shapes.FACTORY.createMultiPolygon(
              requireDepth(3, type).members.stream()
                  .map(GeoJsonPositions::toPolygon)
                  .toArray(Polygon[]::new));
      default ->
          throw new MalformedDataException(
              "'" + Shortened.text(type) + "' is not a type of geometry in GeoJSON.");
    };
  }

  private Point toPoint() {
    return Shapes.point(requireDepth(0, "Point").positions);
  }

  private LineString toLine() {
    return Shapes.line(requireDepth(1, "LineString").positions);
  }

  private Polygon toPolygon() {
    List<LinearRing> rings =
        requireDepth(2, "Polygon").members.stream()
            .map(it -> Shapes.ring(it.requireDepth(1, "Polygon").positions))
            .toList();
    return Shapes.polygon(rings);
  }

  private GeoJsonPositions requireDepth(int wanted, String type) {
    if (depth >= 0 && depth != wanted) {
      throw new MalformedDataException(
          "The coordinates of a "
              + type
              + " are nested "
              + (wanted + 1)
              + " deep, not "
              + (depth + 1)
              + ".");
    }
    return this;
  }
}
