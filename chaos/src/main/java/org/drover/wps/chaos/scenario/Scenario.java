package org.drover.wps.chaos.scenario;

/** A disorder, and what must come of it besides the laws. */
public interface Scenario {

  /** Its number, such as {@code R01}. */
  String number();

  /** A few words joined by dashes. */
  String title();

  /**
   * Brings it about. All nodes are up before; afterwards any may be down.
   *
   * @throws AssertionError if something did not come as it must
   */
  void run(Stage stage) throws Exception;
}
