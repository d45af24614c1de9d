package org.drover.wps.web.ows;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;

/** The namespaces declared around a place in a document: prefix to URI, both may be empty. */
public record NamespaceScope(Map<String, String> byPrefix) {

  public static final NamespaceScope NONE = new NamespaceScope(Map.of());

  /** This scope with the declarations of the element the reader is on. */
  public NamespaceScope within(XMLStreamReader reader) {
    if (reader.getNamespaceCount() == 0) {
      return this;
    }
    Map<String, String> more = new LinkedHashMap<>(byPrefix);
    for (int i = 0; i < reader.getNamespaceCount(); i++) {
      more.put(plain(reader.getNamespacePrefix(i)), plain(reader.getNamespaceURI(i)));
    }
    return new NamespaceScope(more);
  }

  public static String plain(String text) {
    return text == null ? "" : text;
  }
}
