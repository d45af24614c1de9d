package org.drover.wps.process.describe;

import java.util.Arrays;
import java.util.List;

/**
 * Names inputs and outputs that are nested: the identifiers from the outermost to the innermost,
 * with {@value #SEPARATOR} between them.
 */
public final class IdPath {

  /** No identifier has it. */
  public static final String SEPARATOR = "/";

  private IdPath() {}

  /**
   * The path of a member.
   *
   * @param outer path of its group; empty when it is in none
   */
  public static String join(String outer, String id) {
    return outer.isEmpty() ? id : outer + SEPARATOR + id;
  }

  /** The identifiers of a path, outermost first; one of what is in no group. */
  public static List<String> split(String path) {
    return Arrays.asList(path.split(SEPARATOR, -1));
  }
}
