package org.drover.wps.web.ows;

import jakarta.servlet.http.HttpServletResponse;

/** Headers of every answer. */
public final class ResponseHeaders {

  /** Content-Type of XML documents. */
  public static final String XML = "text/xml; charset=UTF-8";

  private ResponseHeaders() {}

  /** Lets pages of any origin read the answer, and no browser guess or run anything in it. */
  public static void addCommon(HttpServletResponse response) {
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader(
        "Access-Control-Expose-Headers",
        "Location, Link, Preference-Applied, ETag, Retry-After, Content-Disposition,"
            + " Content-Range, Accept-Ranges, WWW-Authenticate");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
  }

  /** Answers OPTIONS, also as a preflight. */
  public static void answerOptions(HttpServletResponse response, String allowed) {
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    response.setHeader("Allow", allowed);
    response.setHeader("Access-Control-Allow-Methods", allowed);
    response.setHeader(
        "Access-Control-Allow-Headers",
        "Content-Type, Authorization, Prefer, Idempotency-Key, Cache-Control");
    response.setHeader("Access-Control-Max-Age", "86400");
  }

  /** The answer must not be kept by anybody. */
  public static void forbidStoring(HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
  }
}
