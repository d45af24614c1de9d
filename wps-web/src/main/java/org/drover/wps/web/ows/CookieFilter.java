package org.drover.wps.web.ows;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Keeps cookies from JAX-RS, which reads them whether a resource asks or not, and refuses a request
 * with one it cannot read. Nothing here uses any; other applications of the host set them.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class CookieFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(
        request.getHeader("Cookie") == null ? request : new WithoutCookies(request), response);
  }

  private static final class WithoutCookies extends HttpServletRequestWrapper {

    WithoutCookies(HttpServletRequest request) {
      super(request);
    }

    @Override
    public Cookie[] getCookies() {
      return new Cookie[0];
    }
  }
}
