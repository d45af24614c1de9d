package org.drover.wps.web.ows;

import static org.drover.wps.web.ows.Namespace.XLINK;

import java.util.List;

/** Writes what capabilities say of the service and of who runs it (06-121r3 §7.4.4, §7.4.5). */
public final class ServiceSections {

  private final XmlOut xml;
  private final WpsSchema schema;
  private final Namespace ows;

  public ServiceSections(XmlOut xml, WpsSchema schema) {
    this.xml = xml;
    this.schema = schema;
    this.ows = schema.ows();
  }

  public void write(ServiceMetadata service) {
    identification(service);
    provider(service);
  }

  private void identification(ServiceMetadata service) {
    xml.open(ows, "ServiceIdentification");
    xml.element(ows, "Title", service.title());
    xml.optional(ows, "Abstract", service.summary());
    List<String> keywords = service.keywords().stream().filter(it -> !it.isEmpty()).toList();
    if (!keywords.isEmpty()) {
      xml.open(ows, "Keywords");
      keywords.forEach(keyword -> xml.element(ows, "Keyword", keyword));
      xml.close();
    }
    xml.element(ows, "ServiceType", "WPS");
    xml.element(ows, "ServiceTypeVersion", schema.version());
    xml.optional(ows, "Fees", service.fees());
    xml.optional(ows, "AccessConstraints", service.accessConstraints());
    xml.close();
  }

  private void provider(ServiceMetadata service) {
    xml.open(ows, "ServiceProvider");
    xml.element(ows, "ProviderName", service.providerName());
    if (!service.providerSite().isEmpty()) {
      xml.open(ows, "ProviderSite").attribute(XLINK, "href", service.providerSite()).close();
    }
    xml.open(ows, "ServiceContact");
    xml.optional(ows, "IndividualName", service.contactName());
    if (!service.contactMail().isEmpty()) {
      xml.open(ows, "ContactInfo").open(ows, "Address");
      xml.element(ows, "ElectronicMailAddress", service.contactMail());
      xml.close().close();
    }
    xml.close().close();
  }
}
