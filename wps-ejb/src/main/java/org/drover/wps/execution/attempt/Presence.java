package org.drover.wps.execution.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;
import org.drover.wps.config.Node;
import org.drover.wps.node.NodeRun;
import org.drover.wps.node.NodeStore;
import org.drover.wps.node.SeenNode;

/**
 * Keeps the name of this node to this server. Jobs are taken back and batch tables cleaned by the
 * name, so two servers of one name would steal from one another; the second waits until the first
 * has gone.
 */
@ApplicationScoped
public class Presence {

  private static final Logger LOG = System.getLogger(Presence.class.getName());

  @Inject private NodeStore nodes;

  private final NodeRun own;
  private Instant otherSeen = Instant.MAX;

  public Presence() {
    this(NodeRun.begin(Node.NAME.get()));
  }

  Presence(NodeRun own) {
    this.own = own;
  }

  /**
   * Takes the name, or tells that it is still held.
   *
   * @return whether this server may work under its name
   */
  synchronized boolean keep() {
    if (nodes.join(own, Node.LEASE.get())) {
      otherSeen = Instant.MAX;
      return true;
    }
    Optional<SeenNode> other = nodes.find(own.name());
    if (other.filter(it -> it.run().process().isGone()).isPresent()) {
      nodes.leave(other.get().run());
      return nodes.join(own, Node.LEASE.get());
    }
    other.ifPresent(this::tell);
    return false;
  }

  /** One that was killed elsewhere gives no sign of life any more; one that does is a mistake. */
  private void tell(SeenNode other) {
    if (otherSeen.isBefore(other.seen())) {
      LOG.log(
          Level.ERROR,
          "Another server ({0}) works as node {1}. This one answers requests but runs no jobs until"
              + " that one stops. Give each node a name of its own: setting {2}.",
          other.run().process(),
          own.name(),
          Node.NAME.key());
      otherSeen = Instant.MAX.minusNanos(1);
    } else if (otherSeen.equals(Instant.MAX)) {
      LOG.log(Level.INFO, "Waiting for the lease of the last server named {0}.", own.name());
      otherSeen = other.seen();
    }
  }

  /** Gives the name up. */
  void leave() {
    nodes.leave(own);
  }
}
