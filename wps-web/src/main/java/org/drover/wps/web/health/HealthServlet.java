package org.drover.wps.web.health;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.drover.wps.admin.Health;
import org.drover.wps.admin.HealthWatch;
import org.drover.wps.config.Node;
import org.drover.wps.web.ows.ResponseHeaders;

/**
 * Without a login: {@code GET /health}, whether this node does its work, and {@code GET
 * /health/ready}, whether clients may be sent to it. 200 or 503.
 */
@WebServlet(urlPatterns = {HealthServlet.PATH, HealthServlet.READY})
public class HealthServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  static final String PATH = "/health";
  static final String READY = PATH + "/ready";

  private static final String METHODS = "GET, HEAD, OPTIONS";

  @Inject private transient HealthWatch watch;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ResponseHeaders.addCommon(response);
    switch (request.getMethod()) {
      case "GET", "HEAD" -> answer(request.getServletPath().equals(READY), response);
      case "OPTIONS" -> ResponseHeaders.answerOptions(response, METHODS);
      default -> {
        response.setHeader("Allow", METHODS);
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      }
    }
  }

  Health health() {
    return watch.health();
  }

  private void answer(boolean forClients, HttpServletResponse response) throws IOException {
    HealthJson health = new HealthJson(health());
    if (forClients) {
      health.addClients(Node.ROLE.get().answers());
    }
    byte[] body = health.document().toString().getBytes(UTF_8);
    ResponseHeaders.forbidStoring(response);
    response.setStatus(
        health.isDown() ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : HttpServletResponse.SC_OK);
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
