package org.drover.wps.web.wps20;

import static org.drover.wps.web.ows.Namespace.OWS20;
import static org.drover.wps.web.ows.Namespace.XLINK;

import org.drover.wps.process.describe.Metadata;
import org.drover.wps.process.describe.Texts;
import org.drover.wps.web.ows.XmlOut;

/** Writes what processes, inputs and outputs have in common (wps:DescriptionType). */
final class Descriptions {

  private static final String DOCUMENTATION =
      "http://www.opengis.net/spec/wps/2.0/def/process/description/documentation";

  private Descriptions() {}

  static void write(XmlOut xml, String id, Texts texts) {
    xml.element(OWS20, "Title", texts.title());
    xml.optional(OWS20, "Abstract", texts.summary());
    if (!texts.keywords().isEmpty()) {
      xml.open(OWS20, "Keywords");
      texts.keywords().forEach(keyword -> xml.element(OWS20, "Keyword", keyword));
      xml.close();
    }
    xml.element(OWS20, "Identifier", id);
    for (Metadata link : texts.metadata()) {
      xml.open(OWS20, "Metadata").attribute(XLINK, "title", link.title());
      if (!link.href().isEmpty()) {
        xml.attribute(XLINK, "role", DOCUMENTATION).attribute(XLINK, "href", link.href());
      }
      xml.close();
    }
  }
}
