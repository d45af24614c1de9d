package org.drover.wps.node;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The nodes, as their rows tell. A name belongs to one run of one server at a time: it is held by a
 * lease, by the database's clock.
 */
public interface NodeStore {

  /**
   * Takes or keeps a name for a run.
   *
   * @return false when another run holds it and its lease has not run out
   */
  boolean join(NodeRun run, Duration lease);

  /** Ends the lease of a run: it has stopped, or is known to be dead. */
  void leave(NodeRun run);

  /** Returns if the database answers. */
  void ping();

  /** Who had the name last; still alive or not. */
  Optional<SeenNode> find(String name);

  /** All nodes seen in the last days, by name. */
  List<SeenNode> list();
}
