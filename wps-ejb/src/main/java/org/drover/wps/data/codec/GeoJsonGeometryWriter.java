package org.drover.wps.data.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.drover.wps.worker.file.Wkb;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Writes geometries. Coordinates bypass the generator: they are nearly all of a document. */
final class GeoJsonGeometryWriter {

  private static final int FULL = 1 << 15;

  private final JsonGenerator generator;
  private final TextBuffer text = new TextBuffer();
  private boolean hasZ;
  private boolean begun;

  GeoJsonGeometryWriter(JsonGenerator generator) {
    this.generator = generator;
  }

  void write(Geometry geometry) throws IOException {
    hasZ = Wkb.hasZ(geometry);
    begun = false;
    writeObject(geometry, "");
    flush();
  }

  /** Writes a geometry that carries its CRS itself, unless that is CRS84. */
  void write(Geometry geometry, CrsName crs) throws IOException {
    hasZ = Wkb.hasZ(geometry);
    begun = false;
    boolean usual = crs.canonical().equals(CrsName.CRS84);
    String member = ",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"" + crs.urn() + "\"}}";
    writeObject(geometry, usual ? "" : member);
    flush();
  }

  private void writeObject(Geometry geometry, String crs) throws IOException {
    String type = geometry instanceof LineString ? "LineString" : geometry.getGeometryType();
    text.append("{\"type\":\"").append(type).append('"').append(crs);
    if (type.equals("GeometryCollection")) {
      text.append(",\"geometries\":[");
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        separate(i);
        writeObject(geometry.getGeometryN(i), "");
      }
      text.append(']');
    } else {
      text.append(",\"coordinates\":");
      writeCoordinates(geometry, type);
    }
    text.append('}');
  }

  private void writeCoordinates(Geometry geometry, String type) throws IOException {
    if (type.startsWith("Multi")) {
      text.append('[');
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        separate(i);
        writeSimple(geometry.getGeometryN(i));
      }
      text.append(']');
    } else {
      writeSimple(geometry);
    }
  }

  private void writeSimple(Geometry geometry) throws IOException {
    if (geometry.isEmpty()) {
      text.append("[]");
    } else if (geometry instanceof Point point) {
      writePosition(point.getCoordinateSequence(), 0);
    } else if (geometry instanceof LineString line) {
      writePositions(line.getCoordinateSequence());
    } else {
      writeRings((Polygon) geometry);
    }
  }

  private void writeRings(Polygon polygon) throws IOException {
    text.append('[');
    writePositions(polygon.getExteriorRing().getCoordinateSequence());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      text.append(',');
      writePositions(polygon.getInteriorRingN(i).getCoordinateSequence());
    }
    text.append(']');
  }

  private void writePositions(CoordinateSequence positions) throws IOException {
    text.append('[');
    for (int i = 0; i < positions.size(); i++) {
      separate(i);
      writePosition(positions, i);
    }
    text.append(']');
  }

  private void writePosition(CoordinateSequence positions, int index) throws IOException {
    text.append('[')
        .append(finite(positions.getX(index)))
        .append(',')
        .append(finite(positions.getY(index)));
    double z = hasZ ? positions.getOrdinate(index, CoordinateSequence.Z) : Double.NaN;
    if (Double.isFinite(z)) {
      text.append(',').append(z);
    }
    text.append(']');
    if (text.length() > FULL) {
      flush();
    }
  }

  private static double finite(double ordinate) {
    if (!Double.isFinite(ordinate)) {
      throw new MalformedDataException("A coordinate is not a finite number: " + ordinate + ".");
    }
    return ordinate;
  }

  private void separate(int index) {
    if (index > 0) {
      text.append(',');
    }
  }

  private void flush() throws IOException {
    if (begun) {
      generator.writeRaw(text.chars(), 0, text.length());
    } else {
      generator.writeRawValue(text.chars(), 0, text.length());
    }
    begun = true;
    text.clear();
  }
}
