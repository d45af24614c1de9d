package org.drover.wps.web.wps10;

import org.drover.wps.web.ows.OwsException;

/** The HTTP method of a reference: GET or POST (05-007r7 table 49). */
final class ReferenceMethod {

  private ReferenceMethod() {}

  static boolean isPost(String input, String method) {
    return switch (method) {
      case "GET" -> false;
      case "POST" -> true;
      default ->
          throw OwsException.invalid(
              input, "The method of a reference is GET or POST, not '" + method + "'.");
    };
  }
}
