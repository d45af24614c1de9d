package org.drover.wps.web.ogcapi.document;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * An answer whose errors are problems also where JAX-RS gives up before a resource or {@link
 * ErrorMapper} is asked: it sends a bare status, which the container makes a page of.
 */
public final class ProblemResponse extends HttpServletResponseWrapper {

  private final HttpServletRequest request;

  public ProblemResponse(HttpServletRequest request, HttpServletResponse response) {
    super(response);
    this.request = request;
  }

  @Override
  public void sendError(int status) throws IOException {
    send(
        Problem.of(
            status,
            status < 500
                ? "The address or a header of the request cannot be read. Check how they are"
                    + " encoded."
                : "The server failed to answer."));
  }

  @Override
  public void sendError(int status, String message) throws IOException {
    sendError(status);
  }

  /** Sends a problem and nothing else. */
  public void send(Problem problem) throws IOException {
    resetBuffer();
    new ProblemAnswer(request).send(problem, this);
  }
}
