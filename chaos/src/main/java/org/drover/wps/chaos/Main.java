package org.drover.wps.chaos;

/** {@code ./drover chaos}. */
public final class Main {

  private Main() {}

  /** Runs scenarios; the exit code is 0 when all have passed. */
  public static void main(String[] arguments) {
    try {
      Options options = Options.parse(arguments);
      try (Suite suite = Suite.start(options)) {
        System.exit(suite.runAll() ? 0 : 1);
      }
    } catch (IllegalArgumentException e) {
      System.err.println("drover: " + e.getMessage() + "\n" + Options.USAGE);
      System.exit(2);
    }
  }
}
