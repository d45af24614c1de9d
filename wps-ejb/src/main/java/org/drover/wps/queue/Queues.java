package org.drover.wps.queue;

import java.util.Set;

/** The queues there are. */
public final class Queues {

  public static final String SHORT = "short";
  public static final String LONG = "long";

  private Queues() {}

  /** Names a process may give as its queue. */
  public static Set<String> names() {
    return Set.of(SHORT, LONG);
  }
}
