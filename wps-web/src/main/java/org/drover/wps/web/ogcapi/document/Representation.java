package org.drover.wps.web.ogcapi.document;

import java.util.Optional;

/** How a resource is sent. */
public enum Representation {
  JSON,
  HTML;

  /**
   * What a client wants: by {@code f}, else by its Accept header (RFC 9110 §12.5.1), else JSON.
   *
   * @param f value of the parameter; null when absent
   * @throws ProblemException 400 for another {@code f}, 406 if neither is acceptable
   */
  public static Representation negotiate(String f, Accepted accepted) {
    if (f != null) {
      return switch (f) {
        case "json" -> JSON;
        case "html" -> HTML;
        default -> throw ProblemException.invalidQuery("f", "f is json or html, not '" + f + "'.");
      };
    }
    double json = accepted.quality("application", "json");
    double html = accepted.quality("text", "html");
    if (json <= 0 && html <= 0) {
      throw new ProblemException(
          Problem.of(406, "This is offered as application/json and text/html alone."));
    }
    return html > json ? HTML : JSON;
  }

  /** As {@link #negotiate}, for answers that must be given whatever the client accepts. */
  static Representation preferred(Optional<String> f, Accepted accepted) {
    if (f.isPresent()) {
      return f.get().equals("html") ? HTML : JSON;
    }
    return accepted.quality("text", "html") > accepted.quality("application", "json") ? HTML : JSON;
  }
}
