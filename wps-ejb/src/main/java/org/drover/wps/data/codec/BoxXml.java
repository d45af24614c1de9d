package org.drover.wps.data.codec;

import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.drover.wps.data.InputValue;
import org.drover.wps.data.xml.SafeXml;
import org.drover.wps.process.describe.LiteralType;

/**
 * Reads a bounding box written as XML: {@code ows:BoundingBox}, {@code ows:WGS84BoundingBox} or
 * {@code wps:BoundingBoxData}, alone or within other elements (06-121r3 §10.2).
 */
public final class BoxXml {

  private static final Set<String> NAMES = Set.of("BoundingBox", "BoundingBoxData");
  private static final String WGS84 = "WGS84BoundingBox";
  private static final int LONGEST_CORNER = 1_000;

  private final XMLStreamReader xml;
  private List<Double> lower = List.of();
  private List<Double> upper = List.of();

  private BoxXml(XMLStreamReader xml) {
    this.xml = xml;
  }

  /**
   * Reads the first box there is.
   *
   * @throws MalformedDataException if there is none, or it is not as the standard says
   */
  public static InputValue.Box read(InputStream in) throws IOException {
    try {
      return new BoxXml(SafeXml.reader(in)).readDocument();
    } catch (XMLStreamException e) {
      throw GmlFeatures.malformed(e);
    }
  }

  private InputValue.Box readDocument() throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() == START_ELEMENT
          && (NAMES.contains(xml.getLocalName()) || xml.getLocalName().equals(WGS84))) {
        return readBox();
      }
    }
    throw new MalformedDataException("The XML has no ows:BoundingBox.");
  }

  private InputValue.Box readBox() throws XMLStreamException {
    Optional<String> crs =
        xml.getLocalName().equals(WGS84)
            ? Optional.of(CrsName.CRS84)
            : Optional.ofNullable(xml.getAttributeValue(null, "crs"));
    OptionalInt dimensions = dimensions(xml.getAttributeValue(null, "dimensions"));
    while (xml.nextTag() == START_ELEMENT) {
      switch (xml.getLocalName()) {
        case "LowerCorner" -> lower = readCorner();
        case "UpperCorner" -> upper = readCorner();
        default ->
            throw new MalformedDataException(
                "A bounding box has a LowerCorner and an UpperCorner, not '"
                    + Shortened.text(xml.getLocalName())
                    + "'.");
      }
    }
    return new InputValue.Box(lower, upper, crs, dimensions);
  }

  private static OptionalInt dimensions(String text) {
    return text == null
        ? OptionalInt.empty()
        : OptionalInt.of((Integer) LiteralCodec.parse(LiteralType.INT, text));
  }

  private List<Double> readCorner() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    while (xml.next() != END_ELEMENT) {
      if (!xml.hasText() || text.length() + xml.getTextLength() > LONGEST_CORNER) {
        throw new MalformedDataException("A corner of a bounding box holds two or three numbers.");
      }
      text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }
    return Arrays.stream(text.toString().strip().split("\\s+", -1))
        .map(it -> (Double) LiteralCodec.parse(LiteralType.DOUBLE, it))
        .toList();
  }
}
