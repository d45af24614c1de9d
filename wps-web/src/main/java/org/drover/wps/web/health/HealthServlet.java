package org.drover.wps.web.health;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.drover.wps.admin.GetHealth;
import org.drover.wps.admin.Health;
import org.drover.wps.web.ows.ResponseHeaders;

/** {@code GET /health}, without a login: 200, or 503 when requests had better go elsewhere. */
@WebServlet(urlPatterns = "/health")
public class HealthServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String METHODS = "GET, HEAD, OPTIONS";

  @Inject private transient GetHealth getHealth;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ResponseHeaders.addCommon(response);
    switch (request.getMethod()) {
      case "GET", "HEAD" -> answer(response);
      case "OPTIONS" -> ResponseHeaders.answerOptions(response, METHODS);
      default -> {
        response.setHeader("Allow", METHODS);
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      }
    }
  }

  Health health() {
    return getHealth.get();
  }

  private void answer(HttpServletResponse response) throws IOException {
    Health health = health();
    byte[] body = HealthJson.of(health).toString().getBytes(UTF_8);
    ResponseHeaders.forbidStoring(response);
    response.setStatus(
        health.status() == Health.Status.DOWN
            ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
            : HttpServletResponse.SC_OK);
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
