package org.drover.wps.queue.jpa;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import org.drover.wps.job.JobId;
import org.drover.wps.queue.QueueLine;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Reads a queue as it stands. Looks at all that wait, so it is not for each request. */
final class LineReader {

  private static final String RUNNING =
      " FROM drover.job WHERE queue = :queue AND status = 'RUNNING'"
          + " AND lease_until > CURRENT_TIMESTAMP";

  private final EntityManager entities;
  private final String queue;

  LineReader(EntityManager entities, String queue) {
    this.entities = entities;
    this.queue = queue;
  }

  /**
   * The queue.
   *
   * @param last the owner served last; those behind take their turns first
   */
  QueueLine read(String last, int most) {
    Instant now =
        (Instant)
            entities.createNativeQuery("SELECT CURRENT_TIMESTAMP", Instant.class).getSingleResult();
    List<Object[]> waiting = waiting(last, most);
    long total = waiting.isEmpty() ? 0 : (long) waiting.get(0)[6];
    return new QueueLine(
        now, total, waiting.stream().map(LineReader::waitingJob).toList(), running());
  }

  private List<Object[]> waiting(String last, int most) {
    return query(
            "SELECT w.id, w.owner, w.priority, w.place + COALESCE(r.jobs, 0) AS turn, w.process,"
                + " w.estimate_seconds, w.total FROM"
                + " (SELECT id, owner, priority, process, estimate_seconds,"
                + " ROW_NUMBER() OVER (PARTITION BY priority, owner ORDER BY seq) AS place,"
                + " COUNT(*) OVER () AS total"
                + " FROM drover.job WHERE queue = :queue AND status = 'ACCEPTED') w"
                + (" LEFT JOIN (SELECT owner, COUNT(*) AS jobs" + RUNNING + " GROUP BY owner) r")
                + " ON r.owner = w.owner"
                + " ORDER BY w.priority DESC, turn,"
                + " CASE WHEN w.owner > :last THEN 0 ELSE 1 END, w.owner")
        .addScalar("id", UUID.class)
        .addScalar("owner", String.class)
        .addScalar("priority", Integer.class)
        .addScalar("turn", Long.class)
        .addScalar("process", String.class)
        .addScalar("estimate_seconds", Double.class)
        .addScalar("total", Long.class)
        .setParameter("last", last)
        .setMaxResults(most)
        .getResultList();
  }

  private NativeQuery<Object[]> query(String sql) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(sql, Object[].class)
        .setParameter("queue", queue);
  }

  private static QueueLine.Waiting waitingJob(Object[] row) {
    return new QueueLine.Waiting(
        new JobId((UUID) row[0]),
        (String) row[1],
        (int) row[2],
        (long) row[3],
        new QueueLine.Load((String) row[4], seconds(row[5])));
  }

  private List<QueueLine.Running> running() {
    List<Object[]> rows =
        query("SELECT owner, started, process, estimate_seconds" + RUNNING)
            .addScalar("owner", String.class)
            .addScalar("started", Instant.class)
            .addScalar("process", String.class)
            .addScalar("estimate_seconds", Double.class)
            .getResultList();
    return rows.stream()
        .map(
            it ->
                new QueueLine.Running(
                    (String) it[0],
                    (Instant) it[1],
                    new QueueLine.Load((String) it[2], seconds(it[3]))))
        .toList();
  }

  /** A figure that may be absent. */
  static OptionalDouble seconds(Object figure) {
    return figure == null ? OptionalDouble.empty() : OptionalDouble.of((double) figure);
  }
}
