package org.drover.wps.config;

import java.time.Duration;

/** This server among those that share a database. */
public final class Node {

  /** Name of this node; no two nodes that share a database may have the same. */
  public static final Setting<String> NAME =
      Setting.text("drover.node", System.getProperty("jboss.node.name", "node"));

  /** Whether this node answers requests, works on the queues, or both. */
  public static final Setting<NodeRole> ROLE =
      Setting.choice("drover.node.role", NodeRole.class, NodeRole.BOTH);

  /** How long a claim holds without being renewed: so long after a crash others may take over. */
  public static final Setting<Duration> LEASE = Setting.duration("drover.lease", "PT15S");

  /** How often a job may take its node down before it is given up. */
  public static final Setting<Long> MAX_CRASHES = Setting.number("drover.max-crashes", 3);

  private Node() {}
}
