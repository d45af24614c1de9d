package org.drover.wps.data.codec;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.plan.FeatureSink;
import org.locationtech.jts.geom.Geometry;

/** Reads one GML document. */
final class GmlReader {

  private static final int LONGEST_PROPERTY = 1 << 24;
  private static final Pattern WHOLE = Pattern.compile("0|-?[1-9]\\d{0,17}");
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)\\.\\d+([eE][+-]?\\d+)?");

  private final XMLStreamReader xml;
  private final FeatureSink sink;
  private final FeatureBudget budget;
  private final GmlCrs crs = new GmlCrs();
  private final GmlGeometryReader geometries;
  private long count;

  GmlReader(XMLStreamReader xml, FeatureSink sink, FeatureBudget budget) {
    this.xml = xml;
    this.sink = sink;
    this.budget = budget;
    this.geometries = new GmlGeometryReader(xml, crs, budget);
  }

  /** Reads the document and returns the CRS. */
  String readDocument() throws XMLStreamException, IOException {
    while (xml.next() != START_ELEMENT) {
      // prolog
    }
    try {
      readRoot();
      while (xml.hasNext()) {
        xml.next();
      }
    } catch (MalformedDataException e) {
      throw e.afterFeature(count);
    }
    return crs.canonical();
  }

  private void readRoot() throws XMLStreamException, IOException {
    if (GmlGeometryReader.isGeometry(xml)) {
      sink.write(new Feature("", geometries.read(), Map.of()));
    } else if (isCollection()) {
      readCollection();
    } else {
      sink.write(readFeature());
    }
  }

  private boolean isCollection() {
    return xml.getLocalName().endsWith("FeatureCollection");
  }

  private void readCollection() throws XMLStreamException, IOException {
    crs.collection(xml.getAttributeValue(null, "srsName"));
    while (xml.nextTag() == START_ELEMENT) {
      switch (xml.getLocalName()) {
        case "featureMember", "featureMembers", "member" -> readMembers();
        case "boundedBy" -> readBounds(true);
        default -> skip();
      }
    }
  }

  private void readMembers() throws XMLStreamException, IOException {
    while (xml.nextTag() == START_ELEMENT) {
      if (isCollection()) {
        readCollection();
      } else {
        sink.write(readFeature());
        count++;
      }
    }
  }

  private void readBounds(boolean ofCollection) throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == START_ELEMENT) {
        depth++;
        String name = xml.getAttributeValue(null, "srsName");
        if (ofCollection) {
          crs.collection(name);
        } else {
          crs.feature(name);
        }
      } else if (event == END_ELEMENT) {
        depth--;
      }
    }
  }

  private Feature readFeature() throws XMLStreamException {
    Draft draft = new Draft();
    draft.id =
        firstOf(
            attribute(GmlFeatures.GML, "id"),
            attribute("http://www.opengis.net/gml", "id"),
            attribute(null, "fid"));
    crs.feature(null);
    while (xml.nextTag() == START_ELEMENT) {
      if (xml.getLocalName().equals("boundedBy") && GmlGeometryReader.isGml(xml)) {
        readBounds(false);
      } else {
        readProperty(draft);
      }
    }
    return new Feature(draft.id, draft.geometry, draft.properties);
  }

  private String attribute(String namespace, String name) {
    return xml.getAttributeValue(namespace, name);
  }

  private static String firstOf(String... candidates) {
    for (String each : candidates) {
      if (each != null) {
        return each;
      }
    }
    return "";
  }

  /** A property is text or a geometry; other structures are left out. */
  private void readProperty(Draft draft) throws XMLStreamException {
    String name = xml.getLocalName();
    boolean identifier = name.equals("identifier") && GmlGeometryReader.isGml(xml);
    boolean nil = "true".equals(attribute("http://www.w3.org/2001/XMLSchema-instance", "nil"));
    budget.spend(FeatureBudget.VALUE);
    StringBuilder text = new StringBuilder();
    boolean structured = false;
    for (int event = xml.next(); event != END_ELEMENT; event = xml.next()) {
      if (event == START_ELEMENT) {
        structured = true;
        readStructure(draft);
      } else if (!structured && (event == CHARACTERS || event == CDATA)) {
        append(text);
      }
    }
    if (identifier) {
      draft.id = text.toString().strip();
    } else if (!structured) {
      draft.properties.put(name, nil ? null : typed(text.toString()));
    }
  }

  private void append(StringBuilder text) {
    if (text.length() + xml.getTextLength() > LONGEST_PROPERTY) {
      throw new MalformedDataException("A property is longer than what is accepted here.");
    }
    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
  }

  private void readStructure(Draft draft) throws XMLStreamException {
    if (draft.geometry == null && GmlGeometryReader.isGeometry(xml)) {
      draft.geometry = geometries.read();
    } else {
      skip();
    }
  }

  /**
   * A number where the text is one in its usual form; a leading zero makes it text, as in codes.
   */
  private static Object typed(String text) {
    String value = text.strip();
    if (value.length() < 40) {
      if (WHOLE.matcher(value).matches()) {
        return Long.valueOf(value);
      }
      if (NUMBER.matcher(value).matches()) {
        return Double.valueOf(value);
      }
    }
    return text;
  }

  private void skip() throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = xml.next();
      if (event == START_ELEMENT) {
        depth++;
      } else if (event == END_ELEMENT) {
        depth--;
      }
    }
  }

  /** A feature while it is read. */
  private static final class Draft {
    private String id = "";
    private Geometry geometry;
    private final Map<String, Object> properties = new LinkedHashMap<>();
  }
}
