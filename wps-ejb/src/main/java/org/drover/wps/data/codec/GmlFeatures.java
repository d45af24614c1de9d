package org.drover.wps.data.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.drover.wps.data.xml.SafeXml;
import org.drover.wps.process.data.Format;
import org.drover.wps.process.plan.FeatureSink;
import org.locationtech.jts.geom.Geometry;

/**
 * GML 3.2 simple features (07-036, 10-100r3). Read leniently: any feature collection of GML or WFS,
 * a single feature or a bare geometry, also of GML 2 and 3.1. Written as a {@code
 * gml:FeatureCollection}.
 *
 * <p>Axis order on reading: a CRS named by URN or {@code /def/crs/} URL has the order of its
 * authority; one named {@code EPSG:nnnn} or {@code epsg.xml#nnnn} is x, y, as servers have written
 * these names since WFS 1.0. On writing, always a URN and the authority's order. Data without any
 * {@code srsName} is taken as {@code OGC:CRS84}.
 */
public final class GmlFeatures implements FeatureFormat {

  static final String GML = "http://www.opengis.net/gml/3.2";

  private static final Set<String> TYPES =
      Set.of("application/gml+xml", "text/gml", "text/xml", "application/xml");

  @Override
  public boolean handles(Format format) {
    return TYPES.contains(format.baseType());
  }

  @Override
  public String read(InputStream in, FeatureSink sink) throws IOException {
    try {
      FeatureBudget budget = new FeatureBudget(in);
      XMLStreamReader reader = SafeXml.reader(budget);
      try {
        return new GmlReader(reader, budget.renewedBy(sink), budget).readDocument();
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      throw malformed(e);
    }
  }

  static MalformedDataException malformed(XMLStreamException e) {
    String message = e.getMessage() == null ? "it cannot be read" : e.getMessage();
    return new MalformedDataException(
        "This is not XML as expected: " + message.replaceAll("\\s+", " "), e);
  }

  @Override
  public FeatureWriter write(OutputStream out, String crs) throws IOException {
    try {
      return new GmlWriter(SafeXml.writer(out), CrsName.parse(crs));
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** Writes a geometry alone. */
  void write(OutputStream out, Geometry geometry, String crs) throws IOException {
    try {
      var xml = SafeXml.writer(out);
      xml.writeStartDocument("UTF-8", "1.0");
      new GmlGeometryWriter(xml, CrsName.parse(crs)).write(geometry, "g");
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }
}
