package org.drover.wps.web.ows;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;

/** Turns whatever went wrong into an exception report; the last resort of every protocol. */
final class Failures {

  private static final Logger LOG = System.getLogger(Failures.class.getName());

  private Failures() {}

  /**
   * Answers with the report of the failure.
   *
   * @throws IOException if part of another answer is out already: the container breaks it off
   */
  static void answer(WpsProtocol protocol, Call call, Exception failure) throws IOException {
    OwsError error = errorFor(protocol, failure);
    if (call.response().isCommitted()) {
      LOG.log(Level.WARNING, "An answer was cut short: {0}", error.text());
      throw new IOException("an answer was cut short", failure);
    }
    try {
      call.response().resetBuffer();
      protocol.report(call, error);
    } catch (ClientGoneException e) {
      logGone(e);
    }
  }

  private static OwsError errorFor(WpsProtocol protocol, Exception failure) {
    if (failure instanceof XMLStreamException malformed) {
      return malformed(malformed);
    }
    if (failure instanceof OwsException known) {
      return known.error();
    }
    return protocol.describe((RuntimeException) failure).orElseGet(() -> unexpected(failure));
  }

  private static OwsError malformed(XMLStreamException e) {
    int line = e.getLocation() == null ? -1 : e.getLocation().getLineNumber();
    int column = e.getLocation() == null ? -1 : e.getLocation().getColumnNumber();
    return new OwsError(
        "NoApplicableCode",
        null,
        "The request is not well-formed XML: see line " + line + ", column " + column + ".",
        400);
  }

  private static OwsError unexpected(Exception failure) {
    String id = UUID.randomUUID().toString();
    LOG.log(Level.ERROR, "Unexpected failure " + id, failure);
    return new OwsError(
        "NoApplicableCode",
        null,
        "The server failed to answer. Its log tells why under " + id + ".",
        500);
  }

  static void logGone(ClientGoneException e) {
    LOG.log(Level.DEBUG, "A client left before its answer was sent: {0}", e.getMessage());
  }
}
