package org.drover.wps.web.soap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.drover.wps.web.ows.NamespaceScope;

/**
 * The document inside an envelope as if it stood alone: its root element declares the namespaces of
 * the elements around it too.
 */
final class PayloadReader extends StreamReaderDelegate {

  private final List<Map.Entry<String, String>> declared;
  private boolean onRoot = true;

  /**
   * @param reader stands on the root of the document inside
   * @param around what is declared around it
   */
  PayloadReader(XMLStreamReader reader, NamespaceScope around) {
    super(reader);
    this.declared = new ArrayList<>(around.within(reader).byPrefix().entrySet());
  }

  @Override
  public int next() throws XMLStreamException {
    onRoot = false;
    return super.next();
  }

  @Override
  public int nextTag() throws XMLStreamException {
    onRoot = false;
    return super.nextTag();
  }

  @Override
  public int getNamespaceCount() {
    return onRoot ? declared.size() : super.getNamespaceCount();
  }

  @Override
  public String getNamespacePrefix(int index) {
    return onRoot ? declared.get(index).getKey() : super.getNamespacePrefix(index);
  }

  @Override
  public String getNamespaceURI(int index) {
    return onRoot ? declared.get(index).getValue() : super.getNamespaceURI(index);
  }
}
