package org.drover.wps.web.ows;

import static org.drover.wps.web.ows.Namespace.XML;

import jakarta.servlet.http.HttpServletResponse;
import java.io.OutputStream;

/** Writes ows:ExceptionReport (06-121r3 §8.5). */
public final class ExceptionReportWriter {

  private ExceptionReportWriter() {}

  /**
   * A document of its own.
   *
   * @param schema of the protocol, whose version the report has
   */
  private static void writeDocument(
      OutputStream out, OwsError error, WpsSchema schema, String language) {
    XmlOut xml = new XmlOut(out);
    xml.root(schema.ows(), "ExceptionReport", schema.ows());
    writeRest(xml, error, schema, language);
    xml.end();
  }

  /** An element inside another document that has declared the namespace. */
  public static void writeElement(XmlOut xml, OwsError error, WpsSchema schema, String language) {
    xml.open(schema.ows(), "ExceptionReport");
    writeRest(xml, error, schema, language);
    xml.close();
  }

  /** Answers with a report; nobody may keep it. */
  public static void answer(
      HttpServletResponse response, OwsError error, WpsSchema schema, String language) {
    response.setStatus(error.status());
    response.setContentType(ResponseHeaders.XML);
    ResponseHeaders.forbidStoring(response);
    error.retryAfter().ifPresent(it -> response.setHeader("Retry-After", Integer.toString(it)));
    Reply reply = new Reply(response);
    writeDocument(reply, error, schema, language);
    reply.close();
  }

  private static void writeRest(XmlOut xml, OwsError error, WpsSchema schema, String language) {
    xml.attribute("version", schema.version()).attribute(XML, "lang", language);
    xml.open(schema.ows(), "Exception").attribute("exceptionCode", error.code());
    xml.attribute("locator", error.locator());
    xml.element(schema.ows(), "ExceptionText", error.text());
    xml.close();
  }
}
