package org.drover.wps.chaos;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The chaos suite with small numbers. */
class ChaosIT {

  private static Suite suite;

  @BeforeAll
  static void startServers() {
    suite = Suite.start(Options.parse());
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
