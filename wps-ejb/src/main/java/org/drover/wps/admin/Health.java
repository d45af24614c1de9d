package org.drover.wps.admin;

import java.util.List;
import java.util.Set;

/**
 * Whether a node does its work.
 *
 * @param database whether it answers; nothing can be accepted without
 * @param backends those this node needs; none before they were looked at
 * @param required names of backends without which it counts as out of order
 */
public record Health(boolean database, List<BackendState> backends, Set<String> required) {

  /** All in one word. */
  public enum Status {
    UP,
    /** Requests are served; jobs for a backend that is away wait. */
    DEGRADED,
    DOWN
  }

  public Status status() {
    if (!database || !required.stream().allMatch(this::isUp)) {
      return Status.DOWN;
    }
    return backends.stream().allMatch(BackendState::isUp) ? Status.UP : Status.DEGRADED;
  }

  private boolean isUp(String backend) {
    return backends.stream().anyMatch(it -> it.name().equals(backend) && it.isUp());
  }
}
