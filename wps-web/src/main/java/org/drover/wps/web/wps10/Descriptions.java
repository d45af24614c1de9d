package org.drover.wps.web.wps10;

import static org.drover.wps.web.ows.Namespace.OWS11;
import static org.drover.wps.web.ows.Namespace.WPS10;
import static org.drover.wps.web.ows.Namespace.XLINK;

import org.drover.wps.process.describe.Metadata;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.process.describe.Texts;
import org.drover.wps.web.ows.XmlOut;

/** Writes what processes, inputs and outputs have in common (wps:DescriptionType). */
final class Descriptions {

  private Descriptions() {}

  static void writeVersion(XmlOut xml, ProcessDescription process) {
    xml.attribute(WPS10, "processVersion", process.version());
  }

  static void write(XmlOut xml, String id, Texts texts) {
    xml.element(OWS11, "Identifier", id);
    xml.element(OWS11, "Title", texts.title());
    xml.optional(OWS11, "Abstract", texts.summary());
    for (Metadata link : texts.metadata()) {
      xml.open(OWS11, "Metadata").attribute(XLINK, "title", link.title());
      if (!link.href().isEmpty()) {
        xml.attribute(XLINK, "href", link.href());
      }
      xml.close();
    }
    for (String keyword : texts.keywords()) {
      xml.open(OWS11, "Metadata").attribute(XLINK, "title", keyword).close();
    }
  }
}
