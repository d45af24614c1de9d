package org.drover.wps.queue;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import org.drover.wps.job.Attempt;

/**
 * The leases of running jobs. They are renewed on connections kept for that alone, and wait for
 * nobody: a transaction that stands still on one job does not cost a node its others.
 */
public interface Leases {

  /** Renews what can be renewed now. */
  Renewal renew(Collection<Attempt> attempts, Duration lease);

  /**
   * What became of some leases. One in neither set is as it was: somebody is writing the row of its
   * job at this moment.
   *
   * @param renewed those that hold from now for the whole duration
   * @param lost those whose job another has, or that have ended
   */
  record Renewal(Set<Attempt> renewed, Set<Attempt> lost) {}
}
