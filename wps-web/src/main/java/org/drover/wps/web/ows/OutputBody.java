package org.drover.wps.web.ows;

import static org.drover.wps.web.ows.Namespace.OWS11;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.drover.wps.data.Content;
import org.drover.wps.data.OutputValue;
import org.drover.wps.process.data.Format;

/**
 * An output as the body of an HTTP answer: bytes and nothing around them.
 *
 * @param contentType with a charset where the type has one
 */
public record OutputBody(String contentType, Content content) {

  public static OutputBody of(OutputValue value) {
    if (value instanceof OutputValue.Complex complex) {
      return new OutputBody(contentType(complex.format()), complex.content());
    }
    if (value instanceof OutputValue.Literal literal) {
      byte[] text = literal.text().getBytes(StandardCharsets.UTF_8);
      return new OutputBody("text/plain; charset=UTF-8", new Content.InMemory(text));
    }
    byte[] box = document((OutputValue.Box) value);
    return new OutputBody(ResponseHeaders.XML, new Content.InMemory(box));
  }

  private static String contentType(Format format) {
    String type = format.mediaType();
    boolean needsCharset = format.baseType().startsWith("text/") && !type.contains("charset");
    return needsCharset ? type + "; charset=UTF-8" : type;
  }

  private static byte[] document(OutputValue.Box box) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    XmlOut xml = new XmlOut(bytes);
    xml.root(OWS11, "BoundingBox", OWS11);
    writeBox(xml, OWS11, box);
    xml.close().end();
    return bytes.toByteArray();
  }

  /** Writes what an ows:BoundingBox holds (06-121r3 §10.2.1), its attributes first. */
  public static void writeBox(XmlOut xml, Namespace ows, OutputValue.Box box) {
    xml.attribute("crs", box.crs());
    xml.attribute("dimensions", Integer.toString(box.lower().size()));
    xml.element(ows, "LowerCorner", corner(box.lower()));
    xml.element(ows, "UpperCorner", corner(box.upper()));
  }

  /** Ordinates separated by spaces, as xs:double. */
  public static String corner(List<Double> ordinates) {
    return ordinates.stream().map(OutputBody::ordinate).collect(Collectors.joining(" "));
  }

  private static String ordinate(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "INF" : "-INF";
    }
    return Double.toString(value);
  }

  /** Answers with the output. */
  public void send(HttpServletResponse response) {
    if (response instanceof EnvelopedResponse enveloped) {
      enveloped.send(this);
      return;
    }
    response.setContentType(contentType);
    response.setContentLengthLong(content.length());
    Reply reply = new Reply(response);
    try {
      writeTo(reply, 0, content.length());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    reply.close();
  }

  /** Writes the bytes from an offset on. */
  public void writeTo(OutputStream out, long from, long count) throws IOException {
    byte[] buffer = new byte[(int) Math.min(1 << 16, Math.max(1, count))];
    try (InputStream in = content.open()) {
      in.skipNBytes(from);
      long left = count;
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          throw new IOException("an output is shorter than recorded");
        }
        out.write(buffer, 0, read);
        left -= read;
      }
    }
  }
}
