package org.drover.wps.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.drover.wps.bench.figures.AllFigures;
import org.drover.wps.bench.figures.Bench;
import org.drover.wps.bench.figures.Options;
import org.drover.wps.bench.figures.OutsideFigures;
import org.drover.wps.bench.figures.Report;

/** {@code ./drover bench}: starts the servers, measures, and stops them. */
public final class Main {

  private static final long LONGEST_MILLIS = 40 * 60 * 1000L;

  private Main() {}

  /**
   * Measures.
   *
   * @param arguments the folder of the source tree, then the options
   */
  public static void main(String[] arguments) throws IOException {
    try {
      Options options =
          Options.parse(Path.of(arguments[0]), Arrays.copyOfRange(arguments, 1, arguments.length));
      boundTime();
      run(options);
    } catch (IllegalArgumentException e) {
      System.err.println("drover: " + e.getMessage() + "\n" + Options.USAGE);
      System.exit(2);
    }
  }

  private static void run(Options options) throws IOException {
    if (options.wantsOutside()) {
      runOutside(options);
      return;
    }
    try (Servers servers = new Servers()) {
      // however this ends, the servers end too
      Runtime.getRuntime().addShutdownHook(new Thread(servers::close));
      Report report = new Report(System.out);
      report.note(Machine.describe());
      report.note(
          "database "
              + (options.postgres() ? "PostgreSQL" : "H2")
              + ", server JVM "
              + options.sizing());
      new AllFigures(new Bench(options, servers.start(options), report)).measure();
    }
  }

  private static void runOutside(Options options) throws IOException {
    Report report = new Report(System.out);
    report.note(Machine.describe());
    new OutsideFigures(options, report).measure();
  }

  private static void boundTime() {
    Thread clock =
        new Thread(
            () -> {
              try {
                Thread.sleep(LONGEST_MILLIS);
                System.err.println("drover: the benchmark took longer than 40 minutes; it ends.");
                System.exit(1);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    clock.setDaemon(true);
    clock.start();
  }
}
