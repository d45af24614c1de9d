package org.drover.wps.web.wps10;

import static org.drover.wps.web.ows.Namespace.WPS10;

import java.util.Optional;
import org.drover.wps.data.OutputValue;
import org.drover.wps.process.data.Format;
import org.drover.wps.web.ows.ContentWriter;
import org.drover.wps.web.ows.Namespace;
import org.drover.wps.web.ows.OutputBody;
import org.drover.wps.web.ows.XmlOut;

/** Writes output values inside a response (wps:Data) or as an address (wps:Reference). */
final class ValueWriter {

  private final XmlOut xml;
  private final ContentWriter content;

  ValueWriter(XmlOut xml) {
    this.xml = xml;
    this.content = new ContentWriter(xml);
  }

  void writeData(OutputValue value) {
    xml.open(WPS10, "Data");
    if (value instanceof OutputValue.Literal literal) {
      xml.open(WPS10, "LiteralData");
      xml.attribute("dataType", DataDescriptionWriter.typeName(literal.type()));
      xml.attribute("uom", literal.unit());
      xml.text(literal.text()).close();
    } else if (value instanceof OutputValue.Box box) {
      xml.open(WPS10, "BoundingBoxData");
      OutputBody.writeBox(xml, Namespace.OWS11, box);
      xml.close();
    } else if (value instanceof OutputValue.Complex complex) {
      complex(complex);
    }
    xml.close();
  }

  private void complex(OutputValue.Complex complex) {
    Format format = complex.format();
    xml.open(WPS10, "ComplexData").attribute("mimeType", format.mediaType());
    if (!format.isText()) {
      xml.attribute("encoding", "base64");
      xml.attribute("schema", present(format.schema()));
      content.writeBase64(complex.content());
    } else {
      xml.attribute("encoding", present(format.encoding()));
      xml.attribute("schema", present(format.schema()));
      if (format.isXml()) {
        content.writeXml(complex.content());
      } else {
        content.writeText(complex.content());
      }
    }
    xml.close();
  }

  /**
   * Writes where the value can be fetched.
   *
   * @param href absolute address
   */
  void writeReference(String href, OutputValue value) {
    xml.open(WPS10, "Reference").attribute("href", href);
    if (value instanceof OutputValue.Complex complex) {
      xml.attribute("mimeType", complex.format().mediaType());
      xml.attribute("schema", present(complex.format().schema()));
    } else {
      xml.attribute("mimeType", value instanceof OutputValue.Box ? "text/xml" : "text/plain");
    }
    xml.close();
  }

  private static Optional<String> present(String text) {
    return Optional.of(text).filter(it -> !it.isEmpty());
  }
}
