package org.drover.wps.web.ows;

import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;

/** Moves through a request document element by element. */
public final class XmlElements {

  private final XMLStreamReader reader;
  private final WpsSchema schema;

  public XmlElements(XMLStreamReader reader, WpsSchema schema) {
    this.reader = reader;
    this.schema = schema;
  }

  public XMLStreamReader reader() {
    return reader;
  }

  /** Goes to the next child of the element begun; false at its end. */
  public boolean nextChild() throws XMLStreamException {
    return reader.nextTag() == XMLStreamConstants.START_ELEMENT;
  }

  /** Whether the element is this one of the schema's version of WPS or OWS Common. */
  public boolean is(String name) {
    String uri = reader.getNamespaceURI();
    return reader.getLocalName().equals(name)
        && (schema.wps().uri().equals(uri) || schema.ows().uri().equals(uri));
  }

  /** An attribute in no namespace; absent when it is missing or blank. */
  public Optional<String> find(String attribute) {
    return Optional.ofNullable(reader.getAttributeValue(null, attribute))
        .map(String::trim)
        .filter(it -> !it.isEmpty());
  }

  /** An attribute in no namespace, or in that of OWS Common, as wps-js writes those of boxes. */
  public Optional<String> findQualified(String attribute) {
    return find(attribute)
        .or(
            () ->
                Optional.ofNullable(reader.getAttributeValue(schema.ows().uri(), attribute))
                    .map(String::trim)
                    .filter(it -> !it.isEmpty()));
  }

  /** An xlink:href, or the plain href some clients send. */
  public Optional<String> findHref() {
    return Optional.ofNullable(reader.getAttributeValue(Namespace.XLINK.uri(), "href"))
        .map(String::trim)
        .filter(it -> !it.isEmpty())
        .or(() -> find("href"));
  }

  /** Passes over the element and all it holds; moves to its end. */
  public void skip() throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {}
      }
    }
  }

  /**
   * The text of the element; moves to its end.
   *
   * @param about locator of the refusal when it is too long
   */
  public String text(int longest, String about) throws XMLStreamException {
    return findText(longest, about).orElseThrow(this::unexpected);
  }

  /**
   * The text of the element, to whose end it moves; or nothing when it holds an element, on whose
   * start it stays.
   *
   * @param about locator of the refusal when it is too long
   */
  public Optional<String> findText(int longest, String about) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    for (int event = reader.next();
        event != XMLStreamConstants.END_ELEMENT;
        event = reader.next()) {
      switch (event) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (text.length() + reader.getTextLength() > longest) {
            throw new WpsException(
                Fault.SIZE_EXCEEDED, about, "A text is longer than " + longest + " characters.");
          }
          text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        }
        case XMLStreamConstants.START_ELEMENT -> {
          if (text.toString().isBlank()) {
            return Optional.empty();
          }
          throw unexpected();
        }
        default -> {}
      }
    }
    return Optional.of(text.toString());
  }

  /** The element does not belong here. */
  public OwsException unexpected() {
    return OwsException.unreadable(
        "The element '"
            + reader.getLocalName()
            + "' does not belong at line "
            + reader.getLocation().getLineNumber()
            + ". See the schema of WPS "
            + schema.version()
            + ".");
  }
}
