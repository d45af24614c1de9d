package org.drover.wps.data.codec;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.drover.wps.worker.file.Wkb;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Writes geometries in GML 3.2. Every geometry has the gml:id the standard demands. */
final class GmlGeometryWriter {

  private static final int FULL = 1 << 15;

  private final XMLStreamWriter xml;
  private final CrsName crs;
  private final boolean northingFirst;
  private final TextBuffer text = new TextBuffer();
  private boolean hasZ;

  GmlGeometryWriter(XMLStreamWriter xml, CrsName crs) {
    this.xml = xml;
    this.crs = crs;
    this.northingFirst = crs.northingFirst();
  }

  /**
   * @param id its gml:id, unique in the document; those of its members are made from it
   */
  void write(Geometry geometry, String id) throws XMLStreamException {
    hasZ = Wkb.hasZ(geometry);
    write(geometry, id, true);
  }

  private void write(Geometry geometry, String id, boolean outermost) throws XMLStreamException {
    start(elementOf(geometry));
    if (outermost) {
      xml.writeNamespace("gml", GmlFeatures.GML);
    }
    xml.writeAttribute("gml", GmlFeatures.GML, "id", id);
    if (outermost) {
      xml.writeAttribute("srsName", crs.urn());
      if (hasZ) {
        xml.writeAttribute("srsDimension", "3");
      }
    }
    writeContent(geometry, id);
    xml.writeEndElement();
  }

  private static String elementOf(Geometry geometry) {
    if (geometry instanceof MultiPolygon) {
      return "MultiSurface";
    }
    if (geometry instanceof MultiLineString) {
      return "MultiCurve";
    }
    if (geometry instanceof LineString) {
      return "LineString";
    }
    return geometry instanceof GeometryCollection && !(geometry instanceof MultiPoint)
        ? "MultiGeometry"
        : geometry.getGeometryType();
  }

  private void writeContent(Geometry geometry, String id) throws XMLStreamException {
    if (geometry instanceof Point point) {
      writeNumbers("pos", point.getCoordinateSequence());
    } else if (geometry instanceof LineString line) {
      writeNumbers("posList", line.getCoordinateSequence());
    } else if (geometry instanceof Polygon polygon) {
      writePolygon(polygon);
    } else {
      writeMembers(geometry, id);
    }
  }

  private void writePolygon(Polygon polygon) throws XMLStreamException {
    if (!polygon.isEmpty()) {
      writeRing("exterior", polygon.getExteriorRing());
    }
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      writeRing("interior", polygon.getInteriorRingN(i));
    }
  }

  private void writeRing(String role, LinearRing ring) throws XMLStreamException {
    start(role);
    start("LinearRing");
    writeNumbers("posList", ring.getCoordinateSequence());
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void writeMembers(Geometry geometry, String id) throws XMLStreamException {
    String member = memberOf(geometry);
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      start(member);
      write(geometry.getGeometryN(i), id + "." + i, false);
      xml.writeEndElement();
    }
  }

  private static String memberOf(Geometry geometry) {
    if (geometry instanceof MultiPoint) {
      return "pointMember";
    }
    if (geometry instanceof MultiLineString) {
      return "curveMember";
    }
    return geometry instanceof MultiPolygon ? "surfaceMember" : "geometryMember";
  }

  private void start(String name) throws XMLStreamException {
    xml.writeStartElement("gml", name, GmlFeatures.GML);
  }

  private void writeNumbers(String element, CoordinateSequence positions)
      throws XMLStreamException {
    start(element);
    int first = northingFirst ? 1 : 0;
    for (int i = 0; i < positions.size(); i++) {
      if (i > 0) {
        text.append(' ');
      }
      append(positions.getOrdinate(i, first));
      text.append(' ');
      append(positions.getOrdinate(i, 1 - first));
      if (hasZ) {
        double z = positions.getOrdinate(i, CoordinateSequence.Z);
        text.append(' ').append(Double.isFinite(z) ? z : 0);
      }
      if (text.length() > FULL) {
        flush();
      }
    }
    flush();
    xml.writeEndElement();
  }

  private void append(double ordinate) {
    if (!Double.isFinite(ordinate)) {
      throw new MalformedDataException("A coordinate is not a finite number: " + ordinate + ".");
    }
    text.append(ordinate);
  }

  private void flush() throws XMLStreamException {
    xml.writeCharacters(text.chars(), 0, text.length());
    text.clear();
  }
}
