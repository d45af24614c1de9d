package org.drover.wps.web.ows;

/** Conditional requests (RFC 9110 §13). */
public final class Conditions {

  private Conditions() {}

  /**
   * Whether a list of entity tags, as in If-None-Match, names this one; compares weakly.
   *
   * @param header null when absent
   */
  public static boolean matches(String header, String entityTag) {
    if (header == null) {
      return false;
    }
    for (String each : header.split(",", -1)) {
      String candidate = each.trim();
      if (candidate.equals("*")
          || candidate.equals(entityTag)
          || (candidate.startsWith("W/") && candidate.substring(2).equals(entityTag))) {
        return true;
      }
    }
    return false;
  }
}
