package org.drover.wps.web.ows;

/** Namespaces of the documents, with the prefixes clients are used to. */
public enum Namespace {
  /** None: children of wps:ProcessDescription are in no namespace. */
  NONE("", ""),
  WPS10("wps", "http://www.opengis.net/wps/1.0.0"),
  OWS11("ows", "http://www.opengis.net/ows/1.1"),
  WPS20("wps", "http://www.opengis.net/wps/2.0"),
  OWS20("ows", "http://www.opengis.net/ows/2.0"),
  XLINK("xlink", "http://www.w3.org/1999/xlink"),
  XSI("xsi", "http://www.w3.org/2001/XMLSchema-instance"),
  SOAP11("soap", "http://schemas.xmlsoap.org/soap/envelope/"),
  SOAP12("soap", "http://www.w3.org/2003/05/soap-envelope"),
  /** Of what no standard has a document for. */
  DROVER("drover", "urn:drover:1.0"),
  XML("xml", "http://www.w3.org/XML/1998/namespace");

  private final String prefix;
  private final String uri;

  Namespace(String prefix, String uri) {
    this.prefix = prefix;
    this.uri = uri;
  }

  public String prefix() {
    return prefix;
  }

  public String uri() {
    return uri;
  }
}
