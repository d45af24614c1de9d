package org.drover.wps.web.soap;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.drover.wps.process.data.Format;
import org.drover.wps.web.ows.ClientGoneException;
import org.drover.wps.web.ows.ContentWriter;
import org.drover.wps.web.ows.EnvelopedResponse;
import org.drover.wps.web.ows.Namespace;
import org.drover.wps.web.ows.OutputBody;
import org.drover.wps.web.ows.OwsError;
import org.drover.wps.web.ows.Reply;
import org.drover.wps.web.ows.XmlOut;

/**
 * Puts an answer into a SOAP envelope as it is written (05-007r7 annex D): a document into its
 * Body, an exception report into the Detail of a Fault, an output that is no XML as base64.
 */
final class SoapResponse extends EnvelopedResponse {

  /** They describe the document, not the envelope. */
  private static final Set<String> NOT_OF_THE_ENVELOPE = Set.of("etag", "content-encoding");

  private final SoapVersion version;
  private Optional<OwsError> error = Optional.empty();
  private EnvelopeStream stream;

  SoapResponse(HttpServletResponse response, SoapVersion version) {
    super(response);
    this.version = version;
  }

  private HttpServletResponse outer() {
    return (HttpServletResponse) getResponse();
  }

  @Override
  public void failing(OwsError failure) {
    error = Optional.of(failure);
  }

  @Override
  public void setStatus(int status) {
    super.setStatus(error.isPresent() ? version.faultStatus(status) : status);
  }

  /** That of the document; the envelope's own is set when it begins. */
  @Override
  public void setContentType(String type) {}

  /** That of the document; the envelope is longer. */
  @Override
  public void setContentLength(int length) {}

  @Override
  public void setContentLengthLong(long length) {}

  @Override
  public void setHeader(String name, String value) {
    if (!NOT_OF_THE_ENVELOPE.contains(name.toLowerCase(Locale.ROOT))) {
      super.setHeader(name, value);
    }
  }

  @Override
  public void resetBuffer() {
    super.resetBuffer();
    stream = null;
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    if (stream == null) {
      super.setContentType(version.contentType());
      stream = new EnvelopeStream(super.getOutputStream());
      stream.begin(start(), end());
    }
    return stream;
  }

  private String start() {
    return "<?xml version='1.0' encoding='UTF-8'?><soap:Envelope xmlns:soap=\""
        + version.namespace().uri()
        + "\"><soap:Body>"
        + error.map(version::beginFault).orElse("");
  }

  private String end() {
    return (error.isPresent() ? version.endFault() : "") + "</soap:Body></soap:Envelope>";
  }

  @Override
  public void send(OutputBody body) {
    super.setContentType(version.contentType());
    Reply reply = new Reply(outer());
    XmlOut xml = new XmlOut(reply);
    xml.root(version.namespace(), "Envelope", version.namespace(), Namespace.WPS10);
    xml.open(version.namespace(), "Body");
    ContentWriter content = new ContentWriter(xml);
    if (Format.of(body.contentType()).isXml() && ContentWriter.beginsAsXml(body.content())) {
      content.writeXml(body.content());
    } else {
      xml.open(Namespace.WPS10, "ComplexData");
      xml.attribute("mimeType", body.contentType()).attribute("encoding", "base64");
      content.writeBase64(body.content());
      xml.close();
    }
    xml.close().close().end();
    reply.close();
  }

  @Override
  public void finish() {
    if (stream != null) {
      try {
        stream.close();
      } catch (IOException e) {
        throw new ClientGoneException(e);
      }
    }
  }
}
