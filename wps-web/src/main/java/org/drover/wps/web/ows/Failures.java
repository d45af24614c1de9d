package org.drover.wps.web.ows;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;

/** Turns whatever went wrong into an exception report; the last resort of every protocol. */
final class Failures {

  private static final Logger LOG = System.getLogger(Failures.class.getName());

  private static final String REASON_AFTER_PLACE = "\nMessage: ";
  private static final int LONGEST_REASON = 200;

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
      if (error.status() == HttpServletResponse.SC_UNAUTHORIZED) {
        Callers.challenge(call.request(), call.response());
      }
      if (call.response() instanceof EnvelopedResponse enveloped) {
        enveloped.failing(error);
      }
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
    return protocol
        .describe((RuntimeException) failure)
        .orElseGet(() -> unexpected(protocol, failure));
  }

  private static OwsError malformed(XMLStreamException e) {
    Location at = e.getLocation();
    String place =
        at == null || at.getLineNumber() < 0
            ? ""
            : " See line " + at.getLineNumber() + ", column " + at.getColumnNumber() + ".";
    return new OwsError(
        "NoApplicableCode", null, "The request cannot be read as XML: " + reason(e) + place, 400);
  }

  /** What the parser says, without the place it repeats before or behind it. */
  private static String reason(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    String said = message.substring(Math.max(0, message.indexOf(REASON_AFTER_PLACE)));
    String line = said.replace(REASON_AFTER_PLACE, "").lines().findFirst().orElse("");
    String cut = line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "…" : line;
    return cut.endsWith(".") ? cut : cut + ".";
  }

  private static OwsError unexpected(WpsProtocol protocol, Exception failure) {
    String id = UUID.randomUUID().toString();
    LOG.log(Level.ERROR, "Unexpected failure " + id, failure);
    return new OwsError(
        protocol.codeOfDefects(),
        null,
        "The server failed to answer. Its log tells why under " + id + ".",
        500);
  }

  static void logGone(ClientGoneException e) {
    LOG.log(Level.DEBUG, "A client left before its answer was sent: {0}", e.getMessage());
  }
}
