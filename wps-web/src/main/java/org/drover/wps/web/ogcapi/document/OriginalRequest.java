package org.drover.wps.web.ogcapi.document;

import jakarta.servlet.http.HttpServletRequest;

/** The request as it came, behind the one JAX-RS sees, which has no Accept and no Content-Type. */
public final class OriginalRequest {

  private static final String NAME = OriginalRequest.class.getName();

  private OriginalRequest() {}

  public static void keep(HttpServletRequest request) {
    request.setAttribute(NAME, request);
  }

  public static HttpServletRequest of(HttpServletRequest seen) {
    return (HttpServletRequest) seen.getAttribute(NAME);
  }
}
