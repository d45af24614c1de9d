package org.drover.wps.web.ows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.Document;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Validates documents against the OGC schemas, taken from the class path: nothing is fetched. The
 * schema is chosen by the root element.
 */
public final class OgcSchemas {

  private static final String WPS10 = "http://schemas.opengis.net/wps/1.0.0/";

  private static final String WPS20 = "http://schemas.opengis.net/wps/2.0/wps.xsd";

  /** All else in this namespace is in one schema. */
  private static final String WPS20_NAMESPACE = "http://www.opengis.net/wps/2.0";

  private static final Map<QName, String> BY_ROOT =
      Map.ofEntries(
          Map.entry(wps10("Capabilities"), WPS10 + "wpsGetCapabilities_response.xsd"),
          Map.entry(wps10("ProcessDescriptions"), WPS10 + "wpsDescribeProcess_response.xsd"),
          Map.entry(wps10("ExecuteResponse"), WPS10 + "wpsExecute_response.xsd"),
          Map.entry(wps10("GetCapabilities"), WPS10 + "wpsGetCapabilities_request.xsd"),
          Map.entry(wps10("DescribeProcess"), WPS10 + "wpsDescribeProcess_request.xsd"),
          Map.entry(wps10("Execute"), WPS10 + "wpsExecute_request.xsd"),
          Map.entry(
              ows11("ExceptionReport"),
              "http://schemas.opengis.net/ows/1.1.0/owsExceptionReport.xsd"),
          Map.entry(ows11("BoundingBox"), "http://schemas.opengis.net/ows/1.1.0/owsCommon.xsd"),
          Map.entry(
              ows20("ExceptionReport"),
              "http://schemas.opengis.net/ows/2.0/owsExceptionReport.xsd"),
          Map.entry(ows20("BoundingBox"), "http://schemas.opengis.net/ows/2.0/owsCommon.xsd"));

  private static final Map<String, Schema> COMPILED = new ConcurrentHashMap<>();

  private OgcSchemas() {}

  private static QName wps10(String name) {
    return new QName("http://www.opengis.net/wps/1.0.0", name);
  }

  private static QName ows11(String name) {
    return new QName("http://www.opengis.net/ows/1.1", name);
  }

  private static QName ows20(String name) {
    return new QName("http://www.opengis.net/ows/2.0", name);
  }

  /**
   * Parses and validates a document.
   *
   * @throws AssertionError with all that is wrong, if it is not well-formed or not valid, or its
   *     root is none of the known ones
   */
  public static Document valid(byte[] xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
      String text = new String(xml, StandardCharsets.UTF_8);
      List<String> faults = faults(document);
      if (!faults.isEmpty()) {
        throw new AssertionError("not valid: " + faults + "\n" + text);
      }
      return document;
    } catch (SAXException e) {
      throw new AssertionError(
          "not well-formed: " + e.getMessage() + "\n" + new String(xml, StandardCharsets.UTF_8), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> faults(Document document) throws SAXException, IOException {
    QName root =
        new QName(
            document.getDocumentElement().getNamespaceURI(),
            document.getDocumentElement().getLocalName());
    String address = root.getNamespaceURI().equals(WPS20_NAMESPACE) ? WPS20 : BY_ROOT.get(root);
    if (address == null) {
      return List.of("no schema is known for root element " + root);
    }
    List<String> faults = new ArrayList<>();
    Validator validator = COMPILED.computeIfAbsent(address, OgcSchemas::compile).newValidator();
    validator.setErrorHandler(new Collecting(faults));
    validator.validate(new DOMSource(document));
    return faults;
  }

  private static Schema compile(String address) {
    try {
      SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
      factory.setFeature("http://apache.org/xml/features/validation/schema-full-checking", false);
      factory.setResourceResolver(
          (type, namespace, publicId, systemId, base) ->
              new Local(publicId, URI.create(base == null ? "" : base).resolve(systemId)));
      return factory.newSchema(new StreamSource(open(address), address));
    } catch (SAXException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The copy on the class path of a schema on the web. */
  private static InputStream open(String address) {
    String path =
        address
            .replaceFirst("^https?://schemas\\.opengis\\.net/", "/ogc/")
            .replaceFirst("^https?://www\\.w3\\.org/", "/w3c/");
    URL resource = OgcSchemas.class.getResource(path);
    if (resource == null) {
      throw new IllegalStateException("no copy of " + address + " on the class path");
    }
    try {
      return resource.openStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Collecting(List<String> faults) implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {
      faults.add(e.getMessage());
    }

    @Override
    public void error(SAXParseException e) {
      faults.add(e.getMessage());
    }

    @Override
    public void fatalError(SAXParseException e) {
      faults.add(e.getMessage());
    }
  }

  /** A schema as the compiler wants it. */
  private record Local(String publicId, URI address) implements LSInput {
    @Override
    public InputStream getByteStream() {
      return open(address.toString());
    }

    @Override
    public String getSystemId() {
      return address.toString();
    }

    @Override
    public String getPublicId() {
      return publicId;
    }

    @Override
    public java.io.Reader getCharacterStream() {
      return null;
    }

    @Override
    public String getStringData() {
      return null;
    }

    @Override
    public String getBaseURI() {
      return address.toString();
    }

    @Override
    public String getEncoding() {
      return null;
    }

    @Override
    public boolean getCertifiedText() {
      return false;
    }

    @Override
    public void setCharacterStream(java.io.Reader characterStream) {}

    @Override
    public void setByteStream(InputStream byteStream) {}

    @Override
    public void setStringData(String stringData) {}

    @Override
    public void setSystemId(String systemId) {}

    @Override
    public void setPublicId(String publicId) {}

    @Override
    public void setBaseURI(String baseUri) {}

    @Override
    public void setEncoding(String encoding) {}

    @Override
    public void setCertifiedText(boolean certifiedText) {}
  }
}
