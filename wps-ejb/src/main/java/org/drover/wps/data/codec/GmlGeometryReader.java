package org.drover.wps.data.codec;

import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Reads the geometries of GML that are made of points and straight lines. */
final class GmlGeometryReader {

  private static final Set<String> NAMES =
      Set.of(
          "Point",
          "LineString",
          "LinearRing",
          "Curve",
          "CompositeCurve",
          "Polygon",
          "Surface",
          "PolyhedralSurface",
          "CompositeSurface",
          "MultiPoint",
          "MultiLineString",
          "MultiCurve",
          "MultiPolygon",
          "MultiSurface",
          "MultiGeometry");

  private final XMLStreamReader xml;
  private final GmlCrs crs;
  private final FeatureBudget budget;

  GmlGeometryReader(XMLStreamReader xml, GmlCrs crs, FeatureBudget budget) {
    this.xml = xml;
    this.crs = crs;
    this.budget = budget;
  }

  static boolean isGml(XMLStreamReader xml) {
    String namespace = xml.getNamespaceURI();
    return GmlFeatures.GML.equals(namespace) || "http://www.opengis.net/gml".equals(namespace);
  }

  static boolean isGeometry(XMLStreamReader xml) {
    return isGml(xml) && NAMES.contains(xml.getLocalName());
  }

  /** What a geometry inherits from those around it. */
  private record Frame(String srsName, int dimension) {}

  /** Reads the geometry at whose start the reader is, up to its end. */
  Geometry read() throws XMLStreamException {
    return read(new Frame(crs.inherited(null), 0));
  }

  private Geometry read(Frame outer) throws XMLStreamException {
    String name = xml.getLocalName();
    if (!isGeometry(xml)) {
      throw unsupported(name);
    }
    Frame frame = frame(outer);
    crs.require(frame.srsName());
    return switch (name) {
      case "Point" -> Shapes.point(readPositions(frame));
      case "LineString" -> Shapes.line(readPositions(frame));
      case "LinearRing" -> Shapes.ring(readPositions(frame));
      case "Curve", "CompositeCurve" -> Shapes.line(readPath(frame));
      case "Polygon" -> readPolygon(frame);
      case "Surface", "PolyhedralSurface", "CompositeSurface" -> oneOrMany(readMembers(frame));
      default -> collect(name, readMembers(frame));
    };
  }

  private Frame frame(Frame outer) {
    String srsName = xml.getAttributeValue(null, "srsName");
    return new Frame(srsName == null ? outer.srsName() : srsName, dimension(outer.dimension()));
  }

  private int dimension(int inherited) {
    String text = xml.getAttributeValue(null, "srsDimension");
    if (text == null) {
      return inherited;
    }
    return switch (text.strip()) {
      case "2" -> 2;
      case "3" -> 3;
      default -> throw new MalformedDataException("An srsDimension is 2 or 3.");
    };
  }

  private static MalformedDataException unsupported(String name) {
    return new MalformedDataException(
        "The GML element '"
            + Shortened.text(name)
            + "' is not supported here; points, straight lines and polygons are.");
  }

  /** Positions of an element, from pos, posList or coordinates. */
  private Coordinate[] readPositions(Frame outer) throws XMLStreamException {
    List<Coordinate[]> pieces = new ArrayList<>();
    while (xml.nextTag() == START_ELEMENT) {
      Frame frame = frame(outer);
      boolean swap = crs.require(frame.srsName()).northingFirstInGml();
      switch (xml.getLocalName()) {
        case "pos" -> pieces.add(numbers().readPosition(swap));
        case "posList" -> pieces.add(numbers().readList(frame.dimension(), swap));
        case "coordinates" -> pieces.add(numbers().readTuples(swap));
        case "pointProperty", "pointRep" -> pieces.add(readOnly(frame).getCoordinates());
        default -> throw unsupported(xml.getLocalName());
      }
    }
    return pieces.size() == 1
        ? pieces.get(0)
        : pieces.stream().flatMap(Arrays::stream).toArray(Coordinate[]::new);
  }

  private GmlNumbers numbers() {
    return new GmlNumbers(xml, budget);
  }

  private Geometry readOnly(Frame frame) throws XMLStreamException {
    xml.nextTag();
    Geometry geometry = read(frame);
    xml.nextTag();
    return geometry;
  }

  /** Segments or member curves joined where they meet. */
  private Coordinate[] readPath(Frame frame) throws XMLStreamException {
    List<Coordinate> path = new ArrayList<>();
    while (xml.nextTag() == START_ELEMENT) {
      switch (xml.getLocalName()) {
        case "segments", "curveMember" -> readPieces(frame, path);
        default -> throw unsupported(xml.getLocalName());
      }
    }
    return path.toArray(Coordinate[]::new);
  }

  private void readPieces(Frame frame, List<Coordinate> path) throws XMLStreamException {
    while (xml.nextTag() == START_ELEMENT) {
      Coordinate[] piece =
          switch (xml.getLocalName()) {
            case "LineStringSegment", "LineString" -> readPositions(frame(frame));
            case "Curve", "CompositeCurve" -> readPath(frame(frame));
            default -> throw unsupported(xml.getLocalName());
          };
      boolean meets =
          !path.isEmpty() && piece.length > 0 && path.get(path.size() - 1).equals2D(piece[0]);
      Collections.addAll(path, meets ? Arrays.copyOfRange(piece, 1, piece.length) : piece);
    }
  }

  private Polygon readPolygon(Frame frame) throws XMLStreamException {
    List<LinearRing> rings = new ArrayList<>();
    while (xml.nextTag() == START_ELEMENT) {
      switch (xml.getLocalName()) {
        case "exterior", "outerBoundaryIs" -> rings.add(0, readRing(frame));
        case "interior", "innerBoundaryIs" -> rings.add(readRing(frame));
        default -> throw unsupported(xml.getLocalName());
      }
    }
    return Shapes.polygon(rings);
  }

  private LinearRing readRing(Frame frame) throws XMLStreamException {
    if (xml.nextTag() != START_ELEMENT) {
      throw new MalformedDataException("A polygon's boundary holds no ring.");
    }
    LinearRing ring =
        switch (xml.getLocalName()) {
          case "LinearRing" -> Shapes.ring(readPositions(frame(frame)));
          case "Ring" -> Shapes.ring(readPath(frame(frame)));
          default -> throw unsupported(xml.getLocalName());
        };
    xml.nextTag();
    return ring;
  }

  /** The geometries inside any wrappers such as pointMember, surfaceMembers or patches. */
  private List<Geometry> readMembers(Frame frame) throws XMLStreamException {
    List<Geometry> members = new ArrayList<>();
    while (xml.nextTag() == START_ELEMENT) {
      switch (xml.getLocalName()) {
        case "patches", "polygonPatches" -> readPatches(frame, members);
        default -> {
          if (!xml.getLocalName().contains("ember")) {
            throw unsupported(xml.getLocalName());
          }
          while (xml.nextTag() == START_ELEMENT) {
            members.add(read(frame));
          }
        }
      }
    }
    return members;
  }

  private void readPatches(Frame frame, List<Geometry> members) throws XMLStreamException {
    while (xml.nextTag() == START_ELEMENT) {
      switch (xml.getLocalName()) {
        case "PolygonPatch", "Triangle", "Rectangle" -> members.add(readPolygon(frame(frame)));
        default -> throw unsupported(xml.getLocalName());
      }
    }
  }

  private static Geometry oneOrMany(List<Geometry> patches) {
    return patches.size() == 1 ? patches.get(0) : collect("MultiSurface", patches);
  }

  private static Geometry collect(String name, List<Geometry> members) {
    return switch (name) {
      case "MultiPoint" ->
          Shapes.FACTORY.createMultiPoint(
              members(members, Point.class, name).toArray(Point[]::new));
      case "MultiLineString", "MultiCurve" ->
          Shapes.FACTORY.createMultiLineString(
              members(members, LineString.class, name).toArray(LineString[]::new));
      case "MultiPolygon", "MultiSurface" ->
          Shapes.FACTORY.createMultiPolygon(
              members(members, Polygon.class, name).toArray(Polygon[]::new));
      default -> Shapes.FACTORY.createGeometryCollection(members.toArray(Geometry[]::new));
    };
  }

  private static <T extends Geometry> Stream<T> members(
      List<Geometry> members, Class<T> type, String name) {
    // A member surface of several patches is itself a MultiPolygon.
    List<Geometry> simple =
        members.stream()
            .flatMap(
                it ->
                    java.util.stream.IntStream.range(0, it.getNumGeometries())
                        .mapToObj(it::getGeometryN))
            .toList();
    if (!simple.stream().allMatch(type::isInstance)) {
      throw new MalformedDataException("A " + name + " holds members of another kind.");
    }
    return simple.stream().map(type::cast);
  }
}
