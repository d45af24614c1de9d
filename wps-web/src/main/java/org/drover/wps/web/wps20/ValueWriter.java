package org.drover.wps.web.wps20;

import static org.drover.wps.web.ows.Namespace.OWS20;
import static org.drover.wps.web.ows.Namespace.WPS20;
import static org.drover.wps.web.ows.Namespace.XLINK;

import java.util.Optional;
import org.drover.wps.data.Output;
import org.drover.wps.data.OutputValue;
import org.drover.wps.process.data.Format;
import org.drover.wps.web.ows.ContentWriter;
import org.drover.wps.web.ows.OutputBody;
import org.drover.wps.web.ows.XmlOut;

/** Writes output values inside a result (wps:Data) or as an address (wps:Reference). */
final class ValueWriter {

  private final XmlOut xml;
  private final ContentWriter content;

  ValueWriter(XmlOut xml) {
    this.xml = xml;
    this.content = new ContentWriter(xml);
  }

  void writeData(Output output) {
    xml.open(WPS20, "Data");
    if (output.value() instanceof OutputValue.Literal literal) {
      literal(literal, SmallFormats.isXml(SmallFormats.LITERAL, output.request().format()));
    } else if (output.value() instanceof OutputValue.Box box) {
      box(box, SmallFormats.isXml(SmallFormats.BOX, output.request().format()));
    } else if (output.value() instanceof OutputValue.Complex complex) {
      complex(complex);
    }
    xml.close();
  }

  private void literal(OutputValue.Literal literal, boolean asElement) {
    if (asElement) {
      xml.attribute("mimeType", Format.XML.mediaType()).open(WPS20, "LiteralValue");
      SmallBody.writeLiteral(xml, literal);
      xml.close();
    } else {
      xml.attribute("mimeType", Format.TEXT.mediaType()).text(literal.text());
    }
  }

  private void box(OutputValue.Box box, boolean asElement) {
    if (asElement) {
      xml.attribute("mimeType", Format.XML.mediaType()).open(OWS20, "BoundingBox");
      OutputBody.writeBox(xml, OWS20, box);
      xml.close();
    } else {
      xml.attribute("mimeType", Format.TEXT.mediaType()).text(SmallBody.text(box));
    }
  }

  private void complex(OutputValue.Complex complex) {
    Format format = complex.format();
    xml.attribute("mimeType", format.mediaType());
    xml.attribute("encoding", format.isText() ? present(format.encoding()) : Optional.of("base64"));
    xml.attribute("schema", present(format.schema()));
    if (!format.isText()) {
      content.writeBase64(complex.content());
    } else if (format.isXml()) {
      content.writeXml(complex.content());
    } else {
      content.writeText(complex.content());
    }
  }

  /**
   * Writes where the value can be fetched, as what it is served.
   *
   * @param href absolute address
   */
  void writeReference(String href, OutputValue value) {
    xml.open(WPS20, "Reference").attribute(XLINK, "href", href);
    if (value instanceof OutputValue.Complex complex) {
      xml.attribute("mimeType", complex.format().mediaType());
      xml.attribute("schema", present(complex.format().schema()));
    } else {
      Format format = value instanceof OutputValue.Box ? Format.XML : Format.TEXT;
      xml.attribute("mimeType", format.mediaType());
    }
    xml.close();
  }

  private static Optional<String> present(String text) {
    return Optional.of(text).filter(it -> !it.isEmpty());
  }
}
