package org.drover.wps.web.ows;

import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/** Copies an element event by event, so that its size does not matter. */
final class XmlCopy {

  private final XMLStreamReader in;
  private final XMLStreamWriter out;

  XmlCopy(XMLStreamReader in, XMLStreamWriter out) {
    this.in = in;
    this.out = out;
  }

  /**
   * Copies the element the reader is on; leaves the reader on its end.
   *
   * @param scope namespaces from outside that the copy has to declare itself
   */
  void element(NamespaceScope scope) throws XMLStreamException {
    start(scope.within(in).byPrefix());
    int depth = 1;
    while (depth > 0) {
      switch (in.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          start(NamespaceScope.NONE.within(in).byPrefix());
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          out.writeEndElement();
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE, XMLStreamConstants.CDATA ->
            out.writeCharacters(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
        case XMLStreamConstants.COMMENT -> out.writeComment(in.getText());
        case XMLStreamConstants.PROCESSING_INSTRUCTION -> instruction();
        default -> {}
      }
    }
  }

  private void start(Map<String, String> namespaces) throws XMLStreamException {
    out.writeStartElement(
        NamespaceScope.plain(in.getPrefix()),
        in.getLocalName(),
        NamespaceScope.plain(in.getNamespaceURI()));
    for (Map.Entry<String, String> each : namespaces.entrySet()) {
      if (each.getKey().isEmpty()) {
        out.writeDefaultNamespace(each.getValue());
      } else {
        out.writeNamespace(each.getKey(), each.getValue());
      }
    }
    for (int i = 0; i < in.getAttributeCount(); i++) {
      out.writeAttribute(
          NamespaceScope.plain(in.getAttributePrefix(i)),
          NamespaceScope.plain(in.getAttributeNamespace(i)),
          in.getAttributeLocalName(i),
          in.getAttributeValue(i));
    }
  }

  private void instruction() throws XMLStreamException {
    String data = in.getPIData();
    if (data == null || data.isEmpty()) {
      out.writeProcessingInstruction(in.getPITarget());
    } else {
      out.writeProcessingInstruction(in.getPITarget(), data);
    }
  }
}
