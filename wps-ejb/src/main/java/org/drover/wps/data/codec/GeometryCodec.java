package org.drover.wps.data.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.Format;
import org.drover.wps.worker.file.Wkb;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.io.WKTWriter;

/**
 * One geometry: GeoJSON, GML or well-known text (06-103r4 §7). Its SRID is the EPSG code of its
 * CRS, or 0 for CRS84; coordinates are x, y. WKT says nothing of a CRS, and is x, y.
 */
public final class GeometryCodec {

  private static final Set<String> WKT_TYPES =
      Set.of("application/wkt", "text/wkt", "text/plain", "application/x-ogc-wkt");
  private static final int LONGEST_WKT = 1 << 26;
  private static final int DEEPEST_WKT = 100;
  private static final int SRID_LAT_LON = 4326;

  private GeometryCodec() {}

  /** Reads the one geometry there is, bare or as the only feature. */
  public static Geometry read(Format format, InputStream in) throws IOException {
    if (WKT_TYPES.contains(format.baseType())) {
      return readWkt(in);
    }
    List<Feature> found = new ArrayList<>(1);
    String crs =
        FeatureFormats.get(format)
            .read(
                in,
                feature -> {
                  if (!found.isEmpty()) {
                    throw new MalformedDataException(
                        "One geometry is expected here; this has several features.");
                  }
                  found.add(feature);
                });
    if (found.isEmpty() || found.get(0).geometry() == null) {
      throw new MalformedDataException("A geometry is expected here; there is none.");
    }
    Geometry geometry = found.get(0).geometry();
    geometry.setSRID(CrsName.parse(crs).code().orElse(0));
    return geometry;
  }

  private static Geometry readWkt(InputStream in) throws IOException {
    byte[] text = in.readNBytes(LONGEST_WKT + 1);
    if (text.length > LONGEST_WKT) {
      throw new MalformedDataException("The well-known text is too long; send GeoJSON.");
    }
    requireShallow(text);
    try {
      return new WKTReader(Shapes.FACTORY).read(new String(text, StandardCharsets.UTF_8));
    } catch (ParseException | IllegalArgumentException e) {
      throw new MalformedDataException(
          "This is not well-known text: " + Shortened.text(String.valueOf(e.getMessage())), e);
    }
  }

  /** The reader is recursive: what is nested without end would exhaust its stack. */
  private static void requireShallow(byte[] text) {
    int depth = 0;
    for (byte each : text) {
      if (each == '(') {
        depth++;
      } else if (each == ')') {
        depth--;
      }
      if (depth > DEEPEST_WKT) {
        throw new MalformedDataException("The well-known text is nested too deep.");
      }
    }
  }

  /** Writes a geometry. */
  public static void write(Format format, Geometry geometry, OutputStream out) throws IOException {
    int srid = geometry.getSRID();
    String crs = srid == 0 ? CrsName.CRS84 : "EPSG:" + srid;
    if (WKT_TYPES.contains(format.baseType())) {
      Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      new WKTWriter(Wkb.hasZ(geometry) ? 3 : 2).write(geometry, writer);
      writer.flush();
    } else if (FeatureFormats.GEOJSON.handles(format)) {
      FeatureFormats.GEOJSON.write(out, geometry, srid == SRID_LAT_LON ? CrsName.CRS84 : crs);
    } else if (FeatureFormats.GML.handles(format)) {
      FeatureFormats.GML.write(out, geometry, crs);
    } else {
      throw new IllegalArgumentException("no geometry in " + format.mediaType());
    }
  }
}
