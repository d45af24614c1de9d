package org.drover.wps.data.fetch;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.drover.wps.data.InputValue;

/** Which HTTP headers a client may have sent: those that only the fetched server reads. */
final class ReferenceHeaders {

  private static final Set<String> RESERVED =
      Set.of(
          "host",
          "content-length",
          "connection",
          "transfer-encoding",
          "te",
          "trailer",
          "upgrade",
          "expect",
          "keep-alive",
          "accept-encoding",
          "via",
          "forwarded",
          "http2-settings",
          "range",
          "x-real-ip",
          "x-http-method-override",
          "x-http-method",
          "x-method-override");
  private static final int MOST = 30;
  private static final int LONGEST = 8192;

  private ReferenceHeaders() {}

  static void check(List<InputValue.Header> headers) throws RefusedException {
    if (headers.size() > MOST) {
      throw new RefusedException("it has more than " + MOST + " headers");
    }
    for (InputValue.Header header : headers) {
      check(header);
    }
  }

  private static void check(InputValue.Header header) throws RefusedException {
    if (!header.name().matches("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}")) {
      throw new RefusedException("a header's name is not one HTTP allows");
    }
    String name = header.name().toLowerCase(Locale.ROOT);
    if (RESERVED.contains(name) || name.startsWith("proxy-") || name.startsWith("x-forwarded-")) {
      throw new RefusedException("the header " + header.name() + " cannot be set by a reference");
    }
    if (header.value().length() > LONGEST
        || !header.value().matches("[\\t\\x20-\\x7e\\xa0-\\xff]*")) {
      throw new RefusedException(
          "the value of the header " + header.name() + " is not one HTTP allows");
    }
  }
}
