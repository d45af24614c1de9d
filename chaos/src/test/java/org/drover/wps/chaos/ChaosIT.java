package org.drover.wps.chaos;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Scenarios with small numbers, no more than a test run has time for; ./drover chaos runs all. */
class ChaosIT {

  private static final String SCENARIOS = "N01,N02,R04,R12,R14,R22,R26,R30,R32";

  private static Suite suite;

  @BeforeAll
  static void startServers() {
    suite = Suite.start(Options.parse("--only", SCENARIOS));
  }

  @AfterAll
  static void stopServers() {
    suite.close();
  }

  @TestFactory
  Stream<DynamicTest> noJobIsLost() {
    return Stream.concat(
        suite.scenarios().stream()
            .map(
                it -> DynamicTest.dynamicTest(it.number() + " " + it.title(), () -> suite.run(it))),
        Stream.of(DynamicTest.dynamicTest("ends stay as they are", suite::runEndsStay)));
  }
}
