package org.drover.wps.queue;

import org.drover.wps.config.Setting;

/**
 * How many jobs of a queue may run and wait. Read at each use, so that a change of the system
 * property counts at once; the sizes of the executors are limits of each node beside these.
 *
 * @param running on all nodes together
 * @param runningOnNode on each node
 * @param runningOfOwner of one owner, in all queues and on all nodes together
 */
public record QueueLimits(long running, long runningOnNode, long runningOfOwner) {

  /** How many jobs may wait in a queue that has no limit of its own. */
  public static final Setting<Long> WAITING = Setting.number("drover.queue.waiting", 100_000);

  public static final Setting<Long> SHORT_WAITING = Setting.limit("drover.queue.short.waiting");
  public static final Setting<Long> LONG_WAITING = Setting.limit("drover.queue.long.waiting");

  public static final Setting<Long> SHORT_RUNNING = Setting.limit("drover.queue.short.running");
  public static final Setting<Long> LONG_RUNNING = Setting.limit("drover.queue.long.running");

  public static final Setting<Long> SHORT_ON_NODE =
      Setting.limit("drover.queue.short.node-running");
  public static final Setting<Long> LONG_ON_NODE = Setting.limit("drover.queue.long.node-running");

  /** How many jobs of one owner may wait, in all queues together. */
  public static final Setting<Long> OWNER_WAITING = Setting.limit("drover.owner.waiting");

  /** How many jobs of one owner may run, in all queues and on all nodes together. */
  public static final Setting<Long> OWNER_RUNNING = Setting.limit("drover.owner.running");

  /** The limits of a queue now in force. */
  public static QueueLimits of(String queue) {
    boolean isLong = queue.equals(Queues.LONG);
    return new QueueLimits(
        (isLong ? LONG_RUNNING : SHORT_RUNNING).get(),
        (isLong ? LONG_ON_NODE : SHORT_ON_NODE).get(),
        OWNER_RUNNING.get());
  }

  /** How many jobs may wait in a queue. */
  public static long waiting(String queue) {
    long own = (queue.equals(Queues.LONG) ? LONG_WAITING : SHORT_WAITING).get();
    return own == Long.MAX_VALUE ? WAITING.get() : own;
  }

  /** How many jobs of one owner may wait, in all queues together. */
  public static long waitingOfOwner() {
    return OWNER_WAITING.get();
  }

  /** Whether there is any limit, so that those who run have to be counted. */
  public boolean isAny() {
    return Math.min(running, Math.min(runningOnNode, runningOfOwner)) < Long.MAX_VALUE;
  }
}
