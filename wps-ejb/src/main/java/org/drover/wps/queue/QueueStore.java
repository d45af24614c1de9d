package org.drover.wps.queue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.drover.wps.job.Job;
import org.drover.wps.job.JobId;

/**
 * The queues, as the job rows tell. A claim holds a lease; whoever does not renew it in time, by
 * the database's clock, has lost the job.
 */
public interface QueueStore {

  /**
   * Takes the next due job of a queue for a node, within the {@link QueueLimits} in force. No two
   * nodes get the same job. The next is, of those of the highest priority, the first job of the
   * owner with the fewest running jobs in this queue; owners with as many take turns.
   */
  Optional<Job> claim(String queue, String node, Duration lease);

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

  /**
   * The queue as it stands, for telling places and times.
   *
   * @param most how many of the waiting jobs to list
   */
  QueueLine line(String queue, int most);

  /** How long the last jobs of a process ran, the newest first. */
  List<RunTime> listRunTimes(String process, int most);

  /** How many jobs wait in a queue. */
  long waiting(String queue);

  /** How many jobs of an owner wait, in all queues. */
  long waitingOf(String owner);
}
