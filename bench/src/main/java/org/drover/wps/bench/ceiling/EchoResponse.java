package org.drover.wps.bench.ceiling;

import java.time.Instant;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** What W answers: the ExecuteResponse that Drover would give (05-007r7 §10.3). */
final class EchoResponse {

  private static final String WPS = "http://www.opengis.net/wps/1.0.0";
  private static final String OWS = "http://www.opengis.net/ows/1.1";

  private EchoResponse() {}

  static void write(XMLStreamWriter xml, EchoRequest echo) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("wps", "ExecuteResponse", WPS);
    xml.writeNamespace("wps", WPS);
    xml.writeNamespace("ows", OWS);
    xml.writeAttribute("service", "WPS");
    xml.writeAttribute("version", "1.0.0");
    xml.writeAttribute("xml:lang", "en-US");
    xml.writeAttribute("serviceInstance", "http://localhost/w/wps?service=WPS");
    xml.writeStartElement("wps", "Process", WPS);
    xml.writeAttribute("wps", WPS, "processVersion", "1.0.0");
    named(xml, echo.process());
    xml.writeEndElement();
    xml.writeStartElement("wps", "Status", WPS);
    xml.writeAttribute("creationTime", Instant.now().toString());
    element(xml, "wps", WPS, "ProcessSucceeded", "The process succeeded.");
    xml.writeEndElement();
    outputs(xml, echo);
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.close();
  }

  private static void outputs(XMLStreamWriter xml, EchoRequest echo) throws XMLStreamException {
    xml.writeStartElement("wps", "ProcessOutputs", WPS);
    xml.writeStartElement("wps", "Output", WPS);
    named(xml, echo.input());
    xml.writeStartElement("wps", "Data", WPS);
    element(xml, "wps", WPS, "LiteralData", echo.value());
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void named(XMLStreamWriter xml, String identifier) throws XMLStreamException {
    element(xml, "ows", OWS, "Identifier", identifier);
    element(xml, "ows", OWS, "Title", identifier);
  }

  private static void element(
      XMLStreamWriter xml, String prefix, String namespace, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(prefix, name, namespace);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
