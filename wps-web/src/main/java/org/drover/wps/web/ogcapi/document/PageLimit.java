package org.drover.wps.web.ogcapi.document;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;

/** How many entries a page of a list has at most (18-062r2 §7.7, §12.2.3). */
public final class PageLimit {

  private static final int USUAL = 10;
  private static final int MOST = 10_000;

  private PageLimit() {}

  /**
   * Reads {@code limit}.
   *
   * @throws ProblemException unless it is a number from 1 to 10000; larger ones count as that
   */
  public static int read(MultivaluedMap<String, String> parameters) {
    return number(parameters, "limit", USUAL, 1);
  }

  /** Reads how many entries come before the page. */
  public static int offset(MultivaluedMap<String, String> parameters) {
    return number(parameters, "offset", 0, 0);
  }

  private static int number(
      MultivaluedMap<String, String> parameters, String name, int usual, int least) {
    List<String> values = parameters.getOrDefault(name, List.of());
    if (values.isEmpty()) {
      return usual;
    }
    String text = values.get(0);
    if (values.size() > 1 || !text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least) {
      throw ProblemException.invalidQuery(
          name, name + " is a number from " + least + " to " + MOST + ", given once.");
    }
    return Math.min(MOST, Integer.parseInt(text));
  }
}
