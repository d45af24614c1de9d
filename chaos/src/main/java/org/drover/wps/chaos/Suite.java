package org.drover.wps.chaos;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.drover.wps.chaos.law.Client;
import org.drover.wps.chaos.law.Figures;
import org.drover.wps.chaos.law.Laws;
import org.drover.wps.chaos.rig.Cluster;
import org.drover.wps.chaos.scenario.Scenario;
import org.drover.wps.chaos.scenario.Scenarios;
import org.drover.wps.chaos.scenario.Stage;

/** Runs scenarios one after the other on one cluster, and holds the laws after each. */
public final class Suite implements AutoCloseable {

  private final Options options;
  private final Cluster cluster;
  private final Laws laws;
  private int passed;
  private int failed;

  private Suite(Options options, Cluster cluster) {
    this.options = options;
    this.cluster = cluster;
    this.laws = new Laws(cluster);
  }

  /** Starts the servers. */
  static Suite start(Options options) {
    requireKnown(options.only());
    Path folder = Path.of(System.getProperty("drover.test.folder")).resolve("chaos");
    return new Suite(options, Cluster.start(folder));
  }

  private static void requireKnown(Set<String> only) {
    Set<String> known = Scenarios.all().stream().map(Scenario::number).collect(Collectors.toSet());
    if (!known.containsAll(only)) {
      throw new IllegalArgumentException("--only takes some of " + known);
    }
  }

  /** The scenarios that are wanted, in order. */
  List<Scenario> scenarios() {
    return Scenarios.all().stream().filter(it -> options.wants(it.number())).toList();
  }

  /**
   * Runs all that are wanted, and prints how they went.
   *
   * @return whether all have passed
   */
  boolean runAll() {
    scenarios().forEach(this::passes);
    endsStay();
    say(passed + " passed, " + failed + " failed");
    return failed == 0;
  }

  private boolean passes(Scenario scenario) {
    try {
      run(scenario);
      return true;
    } catch (Exception | AssertionError e) {
      return false; // it has been told
    }
  }

  private void endsStay() {
    try {
      runEndsStay();
    } catch (AssertionError e) {
      say("the ends of jobs have changed");
    }
  }

  /** Runs one scenario and prints its line. */
  void run(Scenario scenario) throws Exception {
    Client client = new Client(cluster);
    Figures figures = new Figures();
    Stage stage = new Stage(client, figures, options.full(), new Random());
    cluster.nodes().forEach(it -> it.mark(scenario.number() + " " + scenario.title()));
    tell(
        scenario.number() + " " + scenario.title(),
        figures,
        () -> {
          cluster.awaitAll();
          scenario.run(stage);
          laws.check(client, figures);
        });
  }

  /** Looks at all jobs once more, and prints that line. */
  void runEndsStay() {
    Figures figures = new Figures();
    try {
      tell("L2 ends-stay", figures, () -> laws.checkEndsStay(new Client(cluster), figures));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private void tell(String name, Figures figures, Act act) throws Exception {
    long start = System.nanoTime();
    try {
      act.run();
      passed++;
      say("%s: %s (%s s)".formatted(name, figures, seconds(start)));
    } catch (Exception | AssertionError e) {
      failed++;
      say("%s: FAILED %s (%s s)%n%s".formatted(name, figures, seconds(start), trace(e)));
      throw e;
    }
  }

  private static String seconds(long start) {
    return String.format(Locale.ROOT, "%.0f", (System.nanoTime() - start) / 1e9);
  }

  private static String trace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString().indent(4);
  }

  private static void say(String text) {
    System.out.println(text);
  }

  @FunctionalInterface
  private interface Act {
    void run() throws Exception;
  }

  @Override
  public void close() {
    cluster.close();
  }
}
