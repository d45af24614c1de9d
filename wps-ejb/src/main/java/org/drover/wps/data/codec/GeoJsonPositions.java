package org.drover.wps.data.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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

  private static final int DEEPEST = 4;
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

  /** Reads an array; its first bracket is the parser's current token. */
  static GeoJsonPositions read(JsonParser parser) throws IOException {
    return read(parser, DEEPEST);
  }

  private static GeoJsonPositions read(JsonParser parser, int deepest) throws IOException {
    if (deepest == 0) {
      throw new MalformedDataException("The coordinates are nested too deep.");
    }
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new MalformedDataException("The coordinates are not arrays of numbers.");
    }
    JsonToken first = parser.nextToken();
    if (first == JsonToken.END_ARRAY) {
      return new GeoJsonPositions(-1, NONE, List.of());
    }
    if (first.isNumeric()) {
      return new GeoJsonPositions(0, new Coordinate[] {position(parser)}, List.of());
    }
    GeoJsonPositions member = read(parser, deepest - 1);
    return member.depth == 0
        ? new GeoJsonPositions(1, rest(parser, member.positions[0]), List.of())
        : rest(parser, member, deepest);
  }

  private static Coordinate[] rest(JsonParser parser, Coordinate first) throws IOException {
    List<Coordinate> all = new ArrayList<>();
    all.add(first);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.START_ARRAY || !parser.nextToken().isNumeric()) {
        throw new MalformedDataException("A position is an array of two or three numbers.");
      }
      all.add(position(parser));
    }
    return all.toArray(Coordinate[]::new);
  }

  private static GeoJsonPositions rest(JsonParser parser, GeoJsonPositions first, int deepest)
      throws IOException {
    List<GeoJsonPositions> all = new ArrayList<>();
    all.add(first);
    int depth = first.depth;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      GeoJsonPositions member = read(parser, deepest - 1);
      if (depth >= 0 && member.depth >= 0 && depth != member.depth) {
        throw new MalformedDataException("The coordinates are not nested evenly.");
      }
      depth = Math.max(depth, member.depth);
      all.add(member);
    }
    return new GeoJsonPositions(depth < 0 ? -1 : depth + 1, NONE, all);
  }

  /** Reads numbers up to the bracket; the first is the parser's current token. */
  private static Coordinate position(JsonParser parser) throws IOException {
    double x = number(parser);
    if (!parser.nextToken().isNumeric()) {
      throw new MalformedDataException("A position has at least two numbers.");
    }
    double y = number(parser);
    double z = Coordinate.NULL_ORDINATE;
    if (parser.nextToken() != JsonToken.END_ARRAY) {
      z = number(parser);
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        number(parser);
      }
    }
    return new Coordinate(x, y, z);
  }

  private static double number(JsonParser parser) throws IOException {
    if (!parser.currentToken().isNumeric()) {
      throw new MalformedDataException("A position holds numbers only.");
    }
    double value = parser.getDoubleValue();
    if (!Double.isFinite(value)) {
      throw new MalformedDataException("A coordinate is too large.");
    }
    return value;
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
