package org.drover.wps.web.wps10;

import static org.drover.wps.web.ows.Namespace.OWS11;
import static org.drover.wps.web.ows.Namespace.WPS10;
import static org.drover.wps.web.ows.Namespace.XLINK;
import static org.drover.wps.web.ows.Namespace.XML;
import static org.drover.wps.web.ows.Namespace.XSI;

import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.web.ows.Languages;
import org.drover.wps.web.ows.ServiceMetadata;
import org.drover.wps.web.ows.ServiceSections;
import org.drover.wps.web.ows.XmlOut;

/** Writes wps:Capabilities (05-007r7 §8.3). */
final class CapabilitiesWriter {

  private static final List<String> OPERATIONS =
      List.of("GetCapabilities", "DescribeProcess", "Execute");

  private final XmlOut xml;
  private final ServiceMetadata service;
  private final Languages languages;
  private final String endpoint;

  /**
   * @param endpoint public address of this version of the service
   */
  CapabilitiesWriter(
      OutputStream out, ServiceMetadata service, Languages languages, String endpoint) {
    this.xml = new XmlOut(out);
    this.service = service;
    this.languages = languages;
    this.endpoint = endpoint;
  }

  void write(List<ProcessDescription> processes, long updateSequence, String language) {
    xml.root(WPS10, "Capabilities", WPS10, OWS11, XLINK, XSI);
    xml.attribute("service", "WPS").attribute("version", Wps10.VERSION);
    xml.attribute("updateSequence", Long.toString(updateSequence));
    xml.attribute(XML, "lang", language);
    xml.attribute(
        XSI,
        "schemaLocation",
        WPS10.uri() + " http://schemas.opengis.net/wps/1.0.0/wpsGetCapabilities_response.xsd");
    new ServiceSections(xml, Wps10.SCHEMA).write(service);
    operations();
    offerings(processes);
    languagesAndWsdl();
    xml.close().end();
  }

  private void operations() {
    xml.open(OWS11, "OperationsMetadata");
    for (String operation : OPERATIONS) {
      xml.open(OWS11, "Operation").attribute("name", operation);
      xml.open(OWS11, "DCP").open(OWS11, "HTTP");
      xml.open(OWS11, "Get").attribute(XLINK, "href", endpoint + "?").close();
      xml.open(OWS11, "Post").attribute(XLINK, "href", endpoint).close();
      xml.close().close().close();
    }
    xml.close();
  }

  private void offerings(List<ProcessDescription> processes) {
    xml.open(WPS10, "ProcessOfferings");
    for (ProcessDescription process : processes) {
      xml.open(WPS10, "Process");
      Descriptions.writeVersion(xml, process);
      Descriptions.write(xml, process.id(), process.texts());
      wsdl("&identifier=" + URLEncoder.encode(process.id(), StandardCharsets.UTF_8));
      xml.close();
    }
    xml.close();
  }

  private void wsdl(String more) {
    xml.open(WPS10, "WSDL").attribute(XLINK, "href", endpoint + "?WSDL" + more).close();
  }

  private void languagesAndWsdl() {
    xml.open(WPS10, "Languages");
    xml.open(WPS10, "Default").element(OWS11, "Language", languages.defaultLanguage()).close();
    xml.open(WPS10, "Supported");
    languages.supported().forEach(language -> xml.element(OWS11, "Language", language));
    xml.close().close();
    wsdl("");
  }
}
