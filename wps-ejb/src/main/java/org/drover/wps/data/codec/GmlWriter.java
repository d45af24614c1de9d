package org.drover.wps.data.codec;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.drover.wps.process.data.Feature;

/**
 * Writes a gml:FeatureCollection of {@code d:Feature} elements, feature by feature. Valid by the
 * schema {@code features-1.0.xsd} beside this class; no schemaLocation is written, since a server
 * need not know the address it is reached at.
 *
 * <p>A gml:id is unique and an XML name; a client's own ids need be neither. So gml:id counts, and
 * the id stands in gml:identifier.
 */
final class GmlWriter implements FeatureFormat.FeatureWriter {

  static final String FEATURES = "urn:x-drover:features:1.0";

  private static final Set<String> DECLARED = Set.of("Feature", "geometry");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final XMLStreamWriter xml;
  private final GmlGeometryWriter geometries;
  private long count;
  private boolean closed;

  GmlWriter(XMLStreamWriter xml, CrsName crs) throws XMLStreamException {
    this.xml = xml;
    this.geometries = new GmlGeometryWriter(xml, crs);
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("gml", "FeatureCollection", GmlFeatures.GML);
    xml.writeNamespace("gml", GmlFeatures.GML);
    xml.writeNamespace("d", FEATURES);
    xml.writeAttribute("gml", GmlFeatures.GML, "id", "features");
  }

  @Override
  public void write(Feature feature) throws IOException {
    try {
      count++;
      xml.writeStartElement("gml", "featureMember", GmlFeatures.GML);
      xml.writeStartElement("d", "Feature", FEATURES);
      xml.writeAttribute("gml", GmlFeatures.GML, "id", "f" + count);
      writeContent(feature);
      xml.writeEndElement();
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void writeContent(Feature feature) throws XMLStreamException, IOException {
    if (!feature.id().isEmpty()) {
      xml.writeStartElement("gml", "identifier", GmlFeatures.GML);
      xml.writeAttribute("codeSpace", FEATURES);
      xml.writeCharacters(XmlNames.text(feature.id()));
      xml.writeEndElement();
    }
    if (feature.geometry() != null) {
      xml.writeStartElement("d", "geometry", FEATURES);
      geometries.write(feature.geometry(), "f" + count + ".g");
      xml.writeEndElement();
    }
    for (Map.Entry<String, Object> each : feature.properties().entrySet()) {
      writeProperty(XmlNames.name(each.getKey()), each.getValue());
    }
  }

  private void writeProperty(String name, Object value) throws XMLStreamException, IOException {
    if (value == null) {
      return;
    }
    // The names the schema gives a meaning: a property of the client's must not look like it.
    xml.writeStartElement("d", DECLARED.contains(name) ? name + "_" : name, FEATURES);
    boolean structured = value instanceof Map<?, ?> || value instanceof List<?>;
    xml.writeCharacters(
        XmlNames.text(structured ? JSON.writeValueAsString(value) : value.toString()));
    xml.writeEndElement();
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }
}
