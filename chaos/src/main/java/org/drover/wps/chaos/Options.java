package org.drover.wps.chaos;

import java.util.Set;
import java.util.TreeSet;

/**
 * How much to do.
 *
 * @param full the large numbers
 * @param only names of scenarios, such as {@code R01}; empty for all
 */
public record Options(boolean full, Set<String> only) {

  public static final String USAGE =
      """
      ./drover chaos [options]   kill, stop and starve two real servers, and show that no job is lost
        --full                   large numbers, about an hour (default: small ones, some minutes)
        --only R01[,R04]         these scenarios only; docs/reliability.md lists them
      """;

  /** Reads a command line. */
  public static Options parse(String... arguments) {
    boolean full = false;
    Set<String> only = new TreeSet<>();
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--full" -> full = true;
        case "--only" -> only.addAll(Set.of(value(arguments, ++i).split(",", -1)));
        default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
      }
    }
    return new Options(full, only);
  }

  private static String value(String[] arguments, int at) {
    if (at >= arguments.length) {
      throw new IllegalArgumentException("option " + arguments[at - 1] + " needs a value");
    }
    return arguments[at];
  }

  boolean wants(String scenario) {
    return only.isEmpty() || only.contains(scenario);
  }
}
