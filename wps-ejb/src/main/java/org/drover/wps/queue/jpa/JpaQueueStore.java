package org.drover.wps.queue.jpa;

import static org.drover.wps.job.JobStatus.ACCEPTED;
import static org.drover.wps.job.JobStatus.FAILED;
import static org.drover.wps.job.JobStatus.RUNNING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.Job;
import org.drover.wps.job.JobChange;
import org.drover.wps.job.JobEvents;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobStore;
import org.drover.wps.job.jpa.JobSql;
import org.drover.wps.queue.QueueStore;

/** Queues in the database: rows locked one by one, those locked by others skipped. */
@ApplicationScoped
public class JpaQueueStore implements QueueStore {

  /** More than the slots that may look for a job at the same moment. */
  private static final int AT_ONCE = 64;

  @PersistenceContext private EntityManager entities;
  @Inject private JobStore jobs;
  @Inject private JobEvents events;

  @Override
  @Transactional
  public Optional<Job> claim(String queue, String node, Duration lease) {
    Optional<UUID> next = due(queue).stream().filter(this::lock).findFirst();
    next.ifPresent(id -> take(id, node, lease));
    return next.flatMap(id -> jobs.findJob(new JobId(id)));
  }

  /**
   * The next due jobs of a queue. Not locked as they are read, because H2 would lock all that wait;
   * ordered by each column of an index, because else it would sort them all.
   */
  private List<UUID> due(String queue) {
    return ids(
        entities
            .createNativeQuery(
                "SELECT id FROM drover.job WHERE queue = :queue AND status = 'ACCEPTED'"
                    + " AND (not_before IS NULL OR not_before <= CURRENT_TIMESTAMP)"
                    + " ORDER BY queue, status, priority DESC, seq",
                UUID.class)
            .setParameter("queue", queue)
            .setMaxResults(AT_ONCE));
  }

  /** Locks a waiting job, unless another has locked or taken it. */
  private boolean lock(UUID id) {
    return !ids(entities
            .createNativeQuery(
                "SELECT id FROM drover.job WHERE id = :id AND status = 'ACCEPTED'"
                    + " FOR UPDATE SKIP LOCKED",
                UUID.class)
            .setParameter("id", id))
        .isEmpty();
  }

  private void take(UUID id, String node, Duration lease) {
    entities
        .createNativeQuery(
            "UPDATE drover.job SET status = 'RUNNING', epoch = epoch + 1, lease_node = :node,"
                + " lease_until = CURRENT_TIMESTAMP + CAST(:lease AS bigint) * INTERVAL '1' SECOND,"
                + " started = COALESCE(started, CURRENT_TIMESTAMP), last_progress = NULL,"
                + JobSql.CHANGED
                + " not_before = NULL WHERE id = :id")
        .setParameter("node", node)
        .setParameter("lease", lease.toSeconds())
        .setParameter("id", id)
        .executeUpdate();
    events.add(new JobId(id), JobChange.byServer(ACCEPTED, RUNNING, ""));
  }

  @Override
  @Transactional
  public Set<Attempt> renew(Collection<Attempt> attempts, Duration lease) {
    Set<Attempt> held = new LinkedHashSet<>();
    for (Attempt attempt : attempts) {
      int renewed =
          entities
              .createNativeQuery(
                  "UPDATE drover.job"
                      + " SET lease_until = CURRENT_TIMESTAMP + CAST(:lease AS bigint) * INTERVAL '1' SECOND"
                      + " WHERE id = :id AND epoch = :epoch AND status = 'RUNNING'")
              .setParameter("lease", lease.toSeconds())
              .setParameter("id", attempt.job().value())
              .setParameter("epoch", attempt.epoch())
              .executeUpdate();
      if (renewed == 1) {
        held.add(attempt);
      }
    }
    return held;
  }

  @Override
  @Transactional
  public List<JobId> takeBack(String node, int maxCrashes) {
    List<UUID> lost =
        ids(
            entities
                .createNativeQuery(
                    "SELECT id FROM drover.job WHERE status = 'RUNNING'"
                        + " AND (lease_until < CURRENT_TIMESTAMP OR lease_node = :node)"
                        + " ORDER BY seq FOR UPDATE SKIP LOCKED",
                    UUID.class)
                .setParameter("node", node));
    lost.forEach(id -> takeBack(id, maxCrashes));
    return lost.stream().map(JobId::new).toList();
  }

  private void takeBack(UUID id, int maxCrashes) {
    entities
        .createNativeQuery(
            "UPDATE drover.job SET status = 'ACCEPTED',"
                + (" crashes = CASE WHEN mark < "
                    + JobSql.REACHED
                    + " THEN 1 ELSE crashes + 1 END,")
                + (" retries = CASE WHEN mark < " + JobSql.REACHED + " THEN 0 ELSE retries END,")
                + (" mark = " + JobSql.REACHED + "," + JobSql.LEFT)
                + " WHERE id = :id")
        .setParameter("id", id)
        .executeUpdate();
    if (!giveUp(id, maxCrashes)) {
      String why = "The server that ran it went down, or lost the database for too long.";
      events.add(new JobId(id), JobChange.byServer(RUNNING, ACCEPTED, why));
    }
  }

  private boolean giveUp(UUID id, int maxCrashes) {
    String why =
        "The job was running when its server went down "
            + maxCrashes
            + " times in a row, and got no further in between. It is not tried again.";
    int given =
        entities
            .createNativeQuery(
                "UPDATE drover.job SET status = 'FAILED', fault = 'INTERNAL',"
                    + " fault_message = :why,"
                    + JobSql.ENDED
                    + " WHERE id = :id AND crashes >= :max")
            .setParameter("why", why)
            .setParameter("id", id)
            .setParameter("max", maxCrashes)
            .executeUpdate();
    if (given == 1) {
      events.add(new JobId(id), JobChange.byServer(RUNNING, FAILED, why));
    }
    return given == 1;
  }

  @Override
  @Transactional
  public int giveBack(String node) {
    List<UUID> held =
        ids(
            entities
                .createNativeQuery(
                    "SELECT id FROM drover.job WHERE status = 'RUNNING' AND lease_node = :node"
                        + " FOR UPDATE",
                    UUID.class)
                .setParameter("node", node));
    held.forEach(this::giveBack);
    return held.size();
  }

  private void giveBack(UUID id) {
    entities
        .createNativeQuery(
            "UPDATE drover.job SET status = 'ACCEPTED'," + JobSql.LEFT + " WHERE id = :id")
        .setParameter("id", id)
        .executeUpdate();
    events.add(new JobId(id), JobChange.byServer(RUNNING, ACCEPTED, "The server shut down."));
  }

  @Override
  public OptionalLong place(JobId job) {
    @SuppressWarnings("unchecked") // a native query has no type
    List<Long> places =
        entities
            .createNativeQuery(
                "SELECT (SELECT COUNT(*) FROM drover.job b"
                    + " WHERE b.queue = j.queue AND b.status = 'ACCEPTED'"
                    + " AND (b.priority > j.priority"
                    + " OR (b.priority = j.priority AND b.seq < j.seq)))"
                    + " FROM drover.job j WHERE j.id = :id AND j.status = 'ACCEPTED'",
                Long.class)
            .setParameter("id", job.value())
            .getResultList();
    return places.isEmpty() ? OptionalLong.empty() : OptionalLong.of(places.get(0));
  }

  @Override
  public long waiting(String queue) {
    return ((Number)
            entities
                .createNativeQuery(
                    "SELECT COUNT(*) FROM drover.job WHERE queue = :queue AND status = 'ACCEPTED'")
                .setParameter("queue", queue)
                .getSingleResult())
        .longValue();
  }

  @SuppressWarnings("unchecked") // a native query has no type
  private static List<UUID> ids(Query query) {
    return query.getResultList();
  }
}
