package org.drover.wps.admin;

import java.util.List;
import java.util.Set;

/**
 * Whether this node does its work.
 *
 * @param database whether it answers; nothing can be accepted without
 * @param engines those this node needs
 * @param required names of engines without which it counts as out of order
 */
public record Health(boolean database, List<EngineState> engines, Set<String> required) {

  /** All in one word. */
  public enum Status {
    UP,
    /** Requests are served; jobs for an engine that is away wait. */
    DEGRADED,
    DOWN
  }

  public Status status() {
    List<EngineState> away = engines.stream().filter(it -> !it.isUp()).toList();
    if (!database || away.stream().anyMatch(it -> required.contains(it.name()))) {
      return Status.DOWN;
    }
    return away.isEmpty() ? Status.UP : Status.DEGRADED;
  }
}
