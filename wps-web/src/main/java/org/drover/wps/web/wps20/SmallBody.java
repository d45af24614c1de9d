package org.drover.wps.web.wps20;

import static org.drover.wps.web.ows.Namespace.OWS20;
import static org.drover.wps.web.ows.Namespace.WPS20;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drover.wps.data.Content;
import org.drover.wps.data.Output;
import org.drover.wps.data.OutputValue;
import org.drover.wps.web.ows.OutputBody;
import org.drover.wps.web.ows.ResponseHeaders;
import org.drover.wps.web.ows.XmlOut;

/** Raw answers (14-065r2 §9.5): literals and boxes in the form asked for. */
final class SmallBody {

  private static final String TEXT = "text/plain; charset=UTF-8";

  private SmallBody() {}

  static OutputBody of(Output output) {
    if (output.value() instanceof OutputValue.Literal literal) {
      return SmallFormats.isXml(SmallFormats.LITERAL, output.request().format())
          ? body(ResponseHeaders.XML, document(literal))
          : OutputBody.of(literal);
    }
    if (output.value() instanceof OutputValue.Box box) {
      return SmallFormats.isXml(SmallFormats.BOX, output.request().format())
          ? body(ResponseHeaders.XML, document(box))
          : body(TEXT, text(box).getBytes(StandardCharsets.UTF_8));
    }
    return OutputBody.of(output.value());
  }

  private static OutputBody body(String contentType, byte[] bytes) {
    return new OutputBody(contentType, new Content.InMemory(bytes));
  }

  private static byte[] document(OutputValue.Literal literal) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    XmlOut xml = new XmlOut(bytes);
    xml.root(WPS20, "LiteralValue", WPS20);
    writeLiteral(xml, literal);
    xml.close().end();
    return bytes.toByteArray();
  }

  private static byte[] document(OutputValue.Box box) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    XmlOut xml = new XmlOut(bytes);
    xml.root(OWS20, "BoundingBox", OWS20);
    OutputBody.writeBox(xml, OWS20, box);
    xml.close().end();
    return bytes.toByteArray();
  }

  /** Writes what a wps:LiteralValue holds, its attributes first. */
  static void writeLiteral(XmlOut xml, OutputValue.Literal literal) {
    xml.attribute("dataType", literal.type().reference()).attribute("uom", literal.unit());
    xml.text(literal.text());
  }

  /** Lower corner, upper corner, CRS, separated by commas. */
  static String text(OutputValue.Box box) {
    return Stream.concat(
            Stream.of(box.lower(), box.upper())
                .map(OutputBody::corner)
                .map(corner -> corner.replace(' ', ',')),
            Stream.of(box.crs()))
        .collect(Collectors.joining(","));
  }
}
