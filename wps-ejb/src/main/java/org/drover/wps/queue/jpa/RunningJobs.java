package org.drover.wps.queue.jpa;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Predicate;
import org.drover.wps.queue.QueueLimits;

/** The jobs that run on all nodes, counted from live leases. */
final class RunningJobs {

  private final List<Count> counts;

  private record Count(String queue, String owner, String node, long jobs) {}

  private RunningJobs(List<Count> counts) {
    this.counts = counts;
  }

  static RunningJobs read(EntityManager entities) {
    @SuppressWarnings("unchecked") // a native query has no type
    List<Object[]> rows =
        entities
            .createNativeQuery(
                "SELECT queue, owner, lease_node, COUNT(*) FROM drover.job"
                    + " WHERE status = 'RUNNING' AND lease_until > CURRENT_TIMESTAMP"
                    + " GROUP BY queue, owner, lease_node")
            .getResultList();
    return new RunningJobs(
        rows.stream()
            .map(
                it ->
                    new Count(
                        (String) it[0],
                        (String) it[1],
                        (String) it[2],
                        ((Number) it[3]).longValue()))
            .toList());
  }

  /** Whether a node may run one more job of a queue. */
  boolean isRoom(QueueLimits limits, String queue, String node) {
    return limits.runningOfOwner() > 0
        && sum(it -> it.queue().equals(queue)) < limits.running()
        && sum(it -> it.queue().equals(queue) && it.node().equals(node)) < limits.runningOnNode();
  }

  /** Whether an owner may run one more job. */
  boolean isRoom(QueueLimits limits, String owner) {
    return sum(it -> it.owner().equals(owner)) < limits.runningOfOwner();
  }

  /** How many jobs of an owner run in a queue. */
  long of(String queue, String owner) {
    return sum(it -> it.queue().equals(queue) && it.owner().equals(owner));
  }

  private long sum(Predicate<Count> which) {
    return counts.stream().filter(which).mapToLong(Count::jobs).sum();
  }
}
