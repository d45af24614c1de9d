package org.drover.wps.web.ows;

import static org.drover.wps.web.ows.Namespace.OWS11;
import static org.drover.wps.web.ows.Namespace.XML;

import java.io.OutputStream;

/** Writes ows:ExceptionReport (06-121r3 §8.5). */
public final class ExceptionReportWriter {

  private ExceptionReportWriter() {}

  /**
   * A document of its own.
   *
   * @param version of the report, which is that of the protocol: {@code 1.0.0}
   */
  public static void writeDocument(
      OutputStream out, OwsError error, String version, String language) {
    XmlOut xml = new XmlOut(out);
    xml.root(OWS11, "ExceptionReport", OWS11);
    writeRest(xml, error, version, language);
    xml.end();
  }

  /** An element inside another document that has declared the namespace. */
  public static void writeElement(XmlOut xml, OwsError error, String version, String language) {
    xml.open(OWS11, "ExceptionReport");
    writeRest(xml, error, version, language);
    xml.close();
  }

  private static void writeRest(XmlOut xml, OwsError error, String version, String language) {
    xml.attribute("version", version).attribute(XML, "lang", language);
    xml.open(OWS11, "Exception").attribute("exceptionCode", error.code());
    xml.attribute("locator", error.locator());
    xml.element(OWS11, "ExceptionText", error.text());
    xml.close();
  }
}
