package org.drover.wps.web.ows;

import static jakarta.servlet.http.HttpServletResponse.SC_SERVICE_UNAVAILABLE;
import static jakarta.servlet.http.HttpServletResponse.SC_UNAUTHORIZED;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.drover.wps.config.Node;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.security.AnonymousAccess;
import org.drover.wps.security.Caller;
import org.drover.wps.security.ProcessAccess;

/**
 * Finds out who calls, before anything else. The server checks credentials, by whatever mechanism
 * it is configured for; a request with wrong ones is refused also where none are needed. Doors with
 * a form of their own for a refusal write it when they ask {@link Callers}; for all others it is
 * written here.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class CallerFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private static final Set<String> OPEN = Set.of("/samples", "/health", "/health/ready");
  private static final Set<String> WITH_A_FORM_OF_THEIR_OWN = Set.of("/wps", "/outputs");

  /** What administers a node, and what other nodes fetch from it. */
  private static final Set<String> AT_EVERY_NODE = Set.of("/admin", "/outputs");

  private static final String ELSEWHERE =
      "This node works on the queues and answers no clients. Ask one that does.";

  @Inject private transient ProcessAccess access;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!isOpen(request)) {
      identify(request, response);
      if (!Node.ROLE.get().answers() && !AT_EVERY_NODE.contains(request.getServletPath())) {
        Callers.refuse(request, Fault.UNAVAILABLE, ELSEWHERE);
      }
      if (!WITH_A_FORM_OF_THEIR_OWN.contains(request.getServletPath())) {
        try {
          Callers.of(request);
        } catch (WpsException e) {
          say(response, e);
          return;
        }
      }
    }
    chain.doFilter(request, response);
  }

  /** What is public; and preflights, which browsers send without credentials. */
  private static boolean isOpen(HttpServletRequest request) {
    return request.getMethod().equals("OPTIONS") || OPEN.contains(request.getServletPath());
  }

  private void identify(HttpServletRequest request, HttpServletResponse response) {
    Optional<Caller> anonymous = AnonymousAccess.caller();
    if (request.getHeader("Authorization") == null && anonymous.isPresent()) {
      Callers.accept(request, anonymous.get());
    } else if (!Callers.authenticate(request, response)) {
      Callers.refuse(
          request,
          Fault.NOT_AUTHENTICATED,
          "The credentials are missing or wrong. Log in to use this service.");
    } else if (isNoOwner(request.getUserPrincipal().getName())) {
      Callers.refuse(
          request, Fault.NOT_AUTHENTICATED, "A user of this name cannot use this service.");
    } else {
      Callers.accept(request, authenticated(request));
    }
  }

  private static boolean isNoOwner(String name) {
    return name.equals(Caller.ANONYMOUS_NAME) || name.length() > Caller.LONGEST_NAME;
  }

  private Caller authenticated(HttpServletRequest request) {
    return new Caller(
        request.getUserPrincipal().getName(),
        rolesThatMatter().stream()
            .filter(request::isUserInRole)
            .collect(Collectors.toUnmodifiableSet()));
  }

  Set<String> rolesThatMatter() {
    return access.rules().roles();
  }

  /** RFC 9457. */
  private static void say(HttpServletResponse response, WpsException refusal) throws IOException {
    boolean unknown = refusal.fault() == Fault.NOT_AUTHENTICATED;
    int status = unknown ? SC_UNAUTHORIZED : SC_SERVICE_UNAVAILABLE;
    byte[] problem =
        "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
            .formatted(
                unknown ? "Unauthorized" : "Service Unavailable", status, refusal.getMessage())
            .getBytes(StandardCharsets.UTF_8);
    ResponseHeaders.addCommon(response);
    ResponseHeaders.forbidStoring(response);
    response.setStatus(status);
    response.setContentType("application/problem+json");
    response.setContentLength(problem.length);
    response.getOutputStream().write(problem);
  }
}
