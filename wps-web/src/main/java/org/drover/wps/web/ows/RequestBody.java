package org.drover.wps.web.ows;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.drover.wps.data.xml.SafeXml;

/** Opens the XML document in a POST. */
final class RequestBody {

  private static final Set<String> XML_TYPES = Set.of("text/xml", "application/xml");

  private RequestBody() {}

  /** A reader that stands on the root element. */
  static XMLStreamReader open(HttpServletRequest request) throws XMLStreamException {
    requireBody(request);
    requireXml(request);
    XMLStreamReader reader = SafeXml.reader(new Received(stream(request)));
    while (reader.getEventType() != XMLStreamConstants.START_ELEMENT) {
      reader.next();
    }
    return reader;
  }

  private static InputStream stream(HttpServletRequest request) {
    try {
      return request.getInputStream();
    } catch (IOException e) {
      throw new ClientGoneException(e);
    }
  }

  private static void requireBody(HttpServletRequest request) {
    if (request.getContentLengthLong() == 0) {
      throw OwsException.unreadable(
          "The POST has no body. Send an XML document, or the parameters by GET"
              + " (05-007r7 §8.2.1 has no KVP by POST).");
    }
    String coding = request.getHeader("Transfer-Encoding");
    if (coding != null && !coding.trim().equalsIgnoreCase("chunked")) {
      throw OwsException.withStatus(
          501, "Transfer-Encoding " + coding + " is not known here (RFC 9112 §6.1). Use chunked.");
    }
  }

  private static void requireXml(HttpServletRequest request) {
    String encoding = Optional.ofNullable(request.getHeader("Content-Encoding")).orElse("identity");
    if (!encoding.equalsIgnoreCase("identity")) {
      throw OwsException.withStatus(415, "Content-Encoding " + encoding + " is not accepted.");
    }
    String type = request.getContentType();
    if (type != null && !isXml(type)) {
      throw OwsException.withStatus(
          415, "Send the XML document with Content-Type: text/xml, not " + type + ".");
    }
  }

  private static boolean isXml(String contentType) {
    String type = contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    return XML_TYPES.contains(type) || type.endsWith("+xml");
  }

  /** Tells a broken or over-long transfer from a defect of our own. */
  private static final class Received extends FilterInputStream {
    private Received(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      try {
        return super.read(bytes, offset, length);
      } catch (IOException e) {
        throw new OwsException(
            new OwsError(
                "NoApplicableCode",
                null,
                "The request could not be read to its end; it may be longer than is accepted.",
                400),
            e);
      }
    }
  }
}
