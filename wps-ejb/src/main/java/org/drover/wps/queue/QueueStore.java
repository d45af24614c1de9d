package org.drover.wps.queue;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.Job;
import org.drover.wps.job.JobId;

/**
 * The queues, as the job rows tell. A claim holds a lease; whoever does not renew it in time, by
 * the database's clock, has lost the job.
 */
public interface QueueStore {

  /** Takes the next due job of a queue for a node. No two nodes get the same job. */
  Optional<Job> claim(String queue, String node, Duration lease);

  /**
   * Renews leases.
   *
   * @return the attempts that still hold their jobs
   */
  Set<Attempt> renew(Collection<Attempt> attempts, Duration lease);

  /**
   * Takes back what nodes have lost: jobs whose lease has run out go to the head of their queue
   * again, or fail when that has happened too often with no checkpoint in between.
   *
   * @param node jobs of this node are taken back whatever their lease; empty string for none. For
   *     the start of a node, when nothing of it can still be running.
   * @param maxCrashes how often in a row a job may take its node down
   * @return the jobs taken back
   */
  List<JobId> takeBack(String node, int maxCrashes);

  /**
   * Gives back all jobs of a node that stops, to their places in the queue.
   *
   * @return how many
   */
  int giveBack(String node);

  /** How many jobs of its queue go before a waiting job; empty when it does not wait. */
  OptionalLong place(JobId job);

  /** How many jobs wait in a queue. */
  long waiting(String queue);
}
