package org.drover.wps.it.client;

import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;

/** Prefixes in XPath expressions: wps and ows, wps2 and ows2 of WPS 2.0, xlink, gml, xml. */
final class Names implements NamespaceContext {

  private static final Map<String, String> BY_PREFIX =
      Map.of(
          "wps", "http://www.opengis.net/wps/1.0.0",
          "ows", "http://www.opengis.net/ows/1.1",
          "wps2", "http://www.opengis.net/wps/2.0",
          "ows2", "http://www.opengis.net/ows/2.0",
          "xlink", "http://www.w3.org/1999/xlink",
          "gml", "http://www.opengis.net/gml/3.2",
          "xml", XMLConstants.XML_NS_URI);

  static XPath xpath() {
    XPath xpath = XPathFactory.newInstance().newXPath();
    xpath.setNamespaceContext(new Names());
    return xpath;
  }

  static boolean isOgc(String namespace) {
    return BY_PREFIX.get("wps").equals(namespace) || BY_PREFIX.get("ows").equals(namespace);
  }

  @Override
  public String getNamespaceURI(String prefix) {
    return BY_PREFIX.getOrDefault(prefix, XMLConstants.NULL_NS_URI);
  }

  @Override
  public String getPrefix(String namespace) {
    return null;
  }

  @Override
  public Iterator<String> getPrefixes(String namespace) {
    return Collections.emptyIterator();
  }
}
