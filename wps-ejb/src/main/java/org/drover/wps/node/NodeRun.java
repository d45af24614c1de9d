package org.drover.wps.node;

import java.util.UUID;

/**
 * One run of a server under the name of a node.
 *
 * @param name of the node
 * @param id different for each start, so that two servers of one name are told apart
 * @param process where it runs
 */
public record NodeRun(String name, UUID id, ServerProcess process) {

  /** A new run of this server. */
  public static NodeRun begin(String name) {
    return new NodeRun(name, UUID.randomUUID(), ServerProcess.own());
  }
}
