package org.drover.wps.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.drover.wps.job.JobId;

/**
 * Messages about jobs. Each is stored in the transaction that accepts its job, and is due once the
 * job's row says so: whatever ends a job, and on whichever node, its messages follow, and never
 * before the end is committed. A message is forgotten with its job.
 */
public interface OutboxStore {

  /** Stores what is to be sent of a job. Joins the transaction under way, or makes one. */
  void store(JobId job, Collection<Subscription> subscriptions);

  /** Forgets messages of events that can no longer come about. */
  void forgetMoot();

  /**
   * Takes a due message. No two nodes get the same; one that is not settled within the lease is due
   * again.
   */
  Optional<Message> claim(Duration lease);

  /** Notes that a message was sent. Does nothing once another has claimed it. */
  void sent(Message message);

  /** Makes a message due again after a while. Does nothing once another has claimed it. */
  void postpone(Message message, Duration wait, String problem);

  /** Notes that a message is not tried again. Does nothing once another has claimed it. */
  void giveUp(Message message, String problem);
}
