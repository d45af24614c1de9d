package org.drover.wps.execution.outside;

import java.util.UUID;
import org.drover.wps.config.Node;

/** Names this run of this node among all there have been. */
final class ThisServer {

  static final String NAME = Node.NAME.get() + "/" + UUID.randomUUID();

  private ThisServer() {}

  /** Whether a server was an earlier run of this node, and so is gone. */
  static boolean hasReplaced(String server) {
    return !server.equals(NAME) && server.startsWith(Node.NAME.get() + "/");
  }
}
