package org.drover.wps.web.ogcapi.document;

import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.drover.wps.web.ows.Kvp;
import org.drover.wps.web.ows.OwsException;

/**
 * Sends a problem: as {@code application/problem+json}, unless the client asks for HTML, or names
 * {@code application/json} alone.
 */
final class ProblemAnswer {

  private static final String PROBLEM_JSON = "application/problem+json";

  private final HttpServletRequest request;

  ProblemAnswer(HttpServletRequest request) {
    this.request = request;
  }

  Response of(Problem problem) {
    Accepted accepted = Accepted.of(request.getHeader(HttpHeaders.ACCEPT));
    boolean html = Representation.preferred(format(), accepted) == Representation.HTML;
    JsonObject json = problem.json();
    byte[] body =
        html
            ? HtmlPage.write(problem.title(), json)
            : json.toString().getBytes(StandardCharsets.UTF_8);
    Response.ResponseBuilder response =
        Response.status(problem.status())
            .entity(body)
            .type(html ? HtmlPage.CONTENT_TYPE : jsonType(accepted))
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    problem.retryAfter().ifPresent(it -> response.header(HttpHeaders.RETRY_AFTER, Math.max(1, it)));
    return response.build();
  }

  void send(Problem problem, HttpServletResponse response) throws IOException {
    Response answer = of(problem);
    response.setStatus(answer.getStatus());
    answer
        .getStringHeaders()
        .forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
    response.getOutputStream().write((byte[]) answer.getEntity());
  }

  private Optional<String> format() {
    try {
      return Kvp.of(request.getQueryString()).find("f");
    } catch (OwsException e) {
      return Optional.empty(); // the query may be the very problem
    }
  }

  private static String jsonType(Accepted accepted) {
    return accepted.quality("application", "problem+json") > 0
            || !accepted.names("application", "json")
        ? PROBLEM_JSON
        : Link.JSON;
  }
}
