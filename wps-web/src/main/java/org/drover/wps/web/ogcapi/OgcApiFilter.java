package org.drover.wps.web.ogcapi;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.drover.wps.web.ogcapi.document.Addresses;
import org.drover.wps.web.ogcapi.document.OriginalRequest;
import org.drover.wps.web.ogcapi.document.Problem;
import org.drover.wps.web.ogcapi.document.ProblemResponse;
import org.drover.wps.web.ows.PercentCoding;
import org.drover.wps.web.ows.ResponseHeaders;

/**
 * Stands before JAX-RS: adds the headers of every answer, answers preflights, and keeps from it the
 * headers it refuses in a form of its own when they cannot be read (ADR 0006), as it does with
 * addresses. Resources negotiate by the {@link OriginalRequest}.
 */
@WebFilter(urlPatterns = Addresses.ROOT + "/*", asyncSupported = true)
public class OgcApiFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    ResponseHeaders.addCommon(response);
    if (request.getMethod().equals("OPTIONS")) {
      ResponseHeaders.answerOptions(response, METHODS);
    } else {
      OriginalRequest.keep(request);
      serve(request, new ProblemResponse(request, response), chain);
    }
  }

  private static void serve(HttpServletRequest request, ProblemResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (PercentCoding.decode(request.getRequestURI()).isEmpty()) {
      response.send(Problem.of(400, "The address is not percent-encoded UTF-8. Encode it anew."));
    } else {
      chain.doFilter(new WithoutTypes(request), response);
    }
  }

  /** Accepts anything, and has a body of no particular type. */
  private static final class WithoutTypes extends HttpServletRequestWrapper {

    private static final List<String> HIDDEN =
        List.of("accept", "accept-language", "accept-charset", "content-type");

    WithoutTypes(HttpServletRequest request) {
      super(request);
    }

    private static boolean isHidden(String name) {
      return HIDDEN.stream().anyMatch(it -> it.equalsIgnoreCase(name));
    }

    @Override
    public String getHeader(String name) {
      return isHidden(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return isHidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
      return Collections.enumeration(
          Collections.list(super.getHeaderNames()).stream().filter(it -> !isHidden(it)).toList());
    }

    @Override
    public String getContentType() {
      return null;
    }
  }
}
