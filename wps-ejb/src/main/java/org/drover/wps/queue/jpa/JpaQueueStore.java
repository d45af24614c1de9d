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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.drover.wps.job.Job;
import org.drover.wps.job.JobChange;
import org.drover.wps.job.JobEvents;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobStore;
import org.drover.wps.job.jpa.JobSql;
import org.drover.wps.queue.QueueLimits;
import org.drover.wps.queue.QueueLine;
import org.drover.wps.queue.QueueStore;
import org.drover.wps.queue.Queues;
import org.drover.wps.queue.RunTime;
import org.hibernate.Session;

/** Queues in the database: rows locked one by one, those locked by others skipped. */
@ApplicationScoped
public class JpaQueueStore implements QueueStore {

  @PersistenceContext private EntityManager entities;
  @Inject private JobStore jobs;
  @Inject private JobEvents events;

  /** The owner served last by this node, by queue: whose turn it is, is no more than that. */
  private final Map<String, String> lastOwners = new ConcurrentHashMap<>();

  @Override
  @Transactional
  public Optional<Job> claim(String queue, String node, Duration lease) {
    QueueLimits limits = QueueLimits.of(queue);
    Once<RunningJobs> running = new Once<>(() -> RunningJobs.read(entities));
    if (limits.isAny()) {
      passGate();
      if (!running.get().isRoom(limits, queue, node)) {
        return Optional.empty();
      }
    }
    WaitingJobs waiting = new WaitingJobs(entities, queue);
    Optional<NextJob.Found> next =
        new NextJob(queue, waiting, limits, running, this::lock).find(lastOwner(queue));
    next.ifPresent(it -> lastOwners.put(queue, it.owner()));
    next.ifPresent(it -> take(it.id(), node, lease));
    return next.flatMap(it -> jobs.findJob(new JobId(it.id())));
  }

  private String lastOwner(String queue) {
    return lastOwners.getOrDefault(queue, "");
  }

  /** Where there is a limit, claims count one after the other, until each has committed. */
  private void passGate() {
    entities
        .createNativeQuery("SELECT id FROM drover.claim_gate WHERE id = 1 FOR UPDATE")
        .getResultList();
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
            "UPDATE drover.job SET status = 'RUNNING', message = '', epoch = epoch + 1, lease_node = :node,"
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
            "UPDATE drover.job SET"
                + (" crashes = CASE WHEN mark < "
                    + JobSql.REACHED
                    + " THEN 1 ELSE crashes + 1 END,")
                + (" retries = CASE WHEN mark < " + JobSql.REACHED + " THEN 0 ELSE retries END,")
                + (" mark = " + JobSql.REACHED + "," + JobSql.WAITS)
                + " WHERE id = :id")
        .setParameter("message", "")
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
        .createNativeQuery("UPDATE drover.job SET" + JobSql.WAITS + " WHERE id = :id")
        .setParameter("message", "")
        .setParameter("id", id)
        .executeUpdate();
    events.add(new JobId(id), JobChange.byServer(RUNNING, ACCEPTED, "The server shut down."));
  }

  @Override
  @Transactional
  public QueueLine line(String queue, int most) {
    return new LineReader(entities, queue).read(lastOwner(queue), most);
  }

  @Override
  public List<RunTime> listRunTimes(String process, int most) {
    List<Object[]> rows =
        entities
            .unwrap(Session.class)
            .createNativeQuery(
                "SELECT started, finished, estimate_seconds FROM drover.job"
                    + " WHERE process = :process AND status = 'SUCCEEDED'"
                    + " AND epoch = 1 AND finished > started"
                    + " ORDER BY process, status, finished DESC",
                Object[].class)
            .addScalar("started", Instant.class)
            .addScalar("finished", Instant.class)
            .addScalar("estimate_seconds", Double.class)
            .setParameter("process", process)
            .setMaxResults(most)
            .getResultList();
    return rows.stream()
        .map(
            it ->
                new RunTime(
                    Duration.between((Instant) it[0], (Instant) it[1]).toNanos() / 1e9,
                    LineReader.seconds(it[2])))
        .toList();
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

  @Override
  public long waitingOf(String owner) {
    return Queues.names().stream()
        .mapToLong(it -> new WaitingJobs(entities, it).count(owner))
        .sum();
  }

  @SuppressWarnings("unchecked") // a native query has no type
  private static List<UUID> ids(Query query) {
    return query.getResultList();
  }
}
