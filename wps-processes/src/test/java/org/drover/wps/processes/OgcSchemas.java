package org.drover.wps.processes;

import java.io.InputStream;
import java.net.URI;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/** Schemas of the OGC and the W3C from the class path; nothing is fetched. */
final class OgcSchemas {

  private OgcSchemas() {}

  static Schema load(String address) throws SAXException {
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    factory.setResourceResolver(
        (type, namespace, publicId, systemId, base) ->
            input(URI.create(base == null ? "" : base).resolve(systemId)));
    return factory.newSchema(new StreamSource(open(URI.create(address)), address));
  }

  private static LSInput input(URI address) {
    try {
      DOMImplementationLS dom =
          (DOMImplementationLS) DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
      LSInput input = dom.createLSInput();
      input.setSystemId(address.toString());
      input.setByteStream(open(address));
      return input;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static InputStream open(URI address) {
    String room = address.getHost().equals("www.w3.org") ? "/w3c" : "/ogc";
    InputStream schema = OgcSchemas.class.getResourceAsStream(room + address.getPath());
    if (schema == null) {
      throw new AssertionError("no schema for " + address);
    }
    return schema;
  }
}
