package org.drover.wps.node;

import java.time.Instant;
import org.drover.wps.config.NodeRole;

/**
 * A node as the others see it.
 *
 * @param role what it last said it does
 * @param joined when this run began to work
 * @param seen when it last told that it is alive, by the database's clock
 * @param alive whether its lease has not run out
 * @param running jobs it holds a lease of
 */
public record SeenNode(
    NodeRun run, NodeRole role, Instant joined, Instant seen, boolean alive, long running) {}
