package org.drover.wps.web.wps20;

import static org.drover.wps.web.ows.Namespace.OWS20;
import static org.drover.wps.web.ows.Namespace.WPS20;
import static org.drover.wps.web.ows.Namespace.XLINK;
import static org.drover.wps.web.ows.Namespace.XSI;

import java.io.OutputStream;
import java.util.List;
import org.drover.wps.web.ows.Languages;
import org.drover.wps.web.ows.ServiceMetadata;
import org.drover.wps.web.ows.ServiceSections;
import org.drover.wps.web.ows.XmlOut;

/** Writes wps:Capabilities (14-065r2 §9.3). */
final class CapabilitiesWriter {

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

  void write(List<Offer> offers, long updateSequence) {
    xml.root(WPS20, "Capabilities", WPS20, OWS20, XLINK, XSI);
    xml.attribute("service", "WPS").attribute("version", Wps20.VERSION);
    xml.attribute("updateSequence", Long.toString(updateSequence));
    xml.attribute(XSI, "schemaLocation", Wps20.SCHEMA_LOCATION);
    new ServiceSections(xml, Wps20.SCHEMA).write(service);
    xml.open(OWS20, "OperationsMetadata");
    Operation.offered(offers).forEach(this::operation);
    xml.close();
    xml.open(OWS20, "Languages");
    languages.supported().forEach(language -> xml.element(OWS20, "Language", language));
    xml.close();
    xml.open(WPS20, "Contents");
    offers.forEach(this::summary);
    xml.close();
    xml.close().end();
  }

  private void operation(Operation operation) {
    xml.open(OWS20, "Operation").attribute("name", operation.title());
    xml.open(OWS20, "DCP").open(OWS20, "HTTP");
    if (operation.byKvp()) {
      xml.open(OWS20, "Get").attribute(XLINK, "href", endpoint + "?").close();
    }
    xml.open(OWS20, "Post").attribute(XLINK, "href", endpoint).close();
    xml.close().close().close();
  }

  private void summary(Offer offer) {
    offer.open(xml, "ProcessSummary");
    Descriptions.write(xml, offer.process().id(), offer.process().texts());
    xml.close();
  }
}
