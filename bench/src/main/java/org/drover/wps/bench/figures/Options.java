package org.drover.wps.bench.figures;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * What to measure and how long.
 *
 * @param root of the source tree
 * @param only names of figures to measure; empty for all
 */
public record Options(
    Path root, boolean quick, boolean postgres, int portOffset, String sizing, Set<String> only) {

  public static final String USAGE =
      """
      ./drover bench [options]   measure Drover against a bare servlet and its database; 40 minutes at most
        --quick                  fewer rounds and smaller data, in about 2 minutes
        --db h2|postgresql       which database (default: h2)
        --port-offset N          add N to every port (default: 500)
        --only NAME[,NAME]       some of: documents, sync, async, status, memory, buffer; or outside,
                                 which starts real engines (needs root) and is not measured unless named;
                                 podman is the last of these engines alone
        --java OPTIONS           memory of the server's JVM (default: -Xms512m -Xmx512m)
      """;

  private static final String OUTSIDE = "outside";
  private static final String PODMAN = "podman";
  private static final Set<String> FIGURES =
      Set.of("documents", "sync", "async", "status", "memory", "buffer", OUTSIDE, PODMAN);

  public static Options parse(Path root, String... arguments) {
    boolean quick = false;
    boolean postgres = false;
    int offset = 500;
    String sizing = "-Xms512m -Xmx512m";
    Set<String> only = new TreeSet<>();
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--quick" -> quick = true;
        case "--db" -> postgres = postgres(value(arguments, ++i));
        case "--port-offset" -> offset = Integer.parseInt(value(arguments, ++i));
        case "--java" -> sizing = value(arguments, ++i);
        case "--only" -> only.addAll(figures(value(arguments, ++i)));
        default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
      }
    }
    return new Options(root, quick, postgres, offset, sizing, only);
  }

  private static boolean postgres(String database) {
    return switch (database) {
      case "h2" -> false;
      case "postgresql" -> true;
      default -> throw new IllegalArgumentException("--db is h2 or postgresql, not " + database);
    };
  }

  private static Set<String> figures(String names) {
    Set<String> wanted = Set.of(names.split(",", -1));
    if (!FIGURES.containsAll(wanted)) {
      throw new IllegalArgumentException("--only takes some of " + new TreeSet<>(FIGURES));
    }
    return wanted;
  }

  private static String value(String[] arguments, int at) {
    if (at >= arguments.length) {
      throw new IllegalArgumentException("option " + arguments[at - 1] + " needs a value");
    }
    return arguments[at];
  }

  /** The first number, or the second where time is short. */
  public int scaled(int full, int fast) {
    return quick ? fast : full;
  }

  public boolean wants(String figure) {
    return only.isEmpty() || only.contains(figure);
  }

  /** Whether to measure work outside the server: alone, with servers and engines of its own. */
  public boolean wantsOutside() {
    return wantsAllEngines() || only.contains(PODMAN);
  }

  /** Whether to measure every engine, and not Podman alone. */
  public boolean wantsAllEngines() {
    return only.contains(OUTSIDE);
  }
}
