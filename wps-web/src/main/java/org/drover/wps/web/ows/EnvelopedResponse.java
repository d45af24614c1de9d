package org.drover.wps.web.ows;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** The response to a request that came in an envelope: what is written to it goes into one too. */
public abstract class EnvelopedResponse extends HttpServletResponseWrapper {

  protected EnvelopedResponse(HttpServletResponse response) {
    super(response);
  }

  /** What is written next is the report of this error. */
  public abstract void failing(OwsError error);

  /** Sends an output that is no document of a protocol. */
  public abstract void send(OutputBody body);

  /** Ends the envelope, if an answer was begun. */
  public abstract void finish();
}
