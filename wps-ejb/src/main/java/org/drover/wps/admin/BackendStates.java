package org.drover.wps.admin;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How the backends stand, as last looked at. What changes is logged. */
final class BackendStates {

  private static final Logger LOG = System.getLogger(BackendStates.class.getName());

  private final Clock clock;
  private volatile Map<String, BackendState> last = Map.of();

  BackendStates(Clock clock) {
    this.clock = clock;
  }

  /**
   * Notes how those that count now stand; others are forgotten.
   *
   * @param problems by name, what is wrong with a backend, if anything is
   */
  void note(Map<String, Optional<String>> problems) {
    Map<String, BackendState> now = new TreeMap<>();
    problems.forEach((name, problem) -> now.put(name, state(name, problem)));
    last = now;
  }

  private BackendState state(String name, Optional<String> problem) {
    Optional<BackendState> before = Optional.ofNullable(last.get(name));
    if (before.isPresent() && before.get().isUp() == problem.isEmpty()) {
      return new BackendState(name, problem, before.get().since());
    }
    if (problem.isPresent()) {
      LOG.log(Level.WARNING, "Jobs wait for backend {0}: {1}", name, problem.get());
    } else if (before.isPresent()) {
      LOG.log(Level.INFO, "Backend {0} works again.", name);
    }
    return new BackendState(name, problem, Instant.now(clock));
  }

  /** By name. */
  List<BackendState> list() {
    return List.copyOf(last.values());
  }
}
