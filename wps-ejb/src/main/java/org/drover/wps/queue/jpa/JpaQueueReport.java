package org.drover.wps.queue.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.drover.wps.queue.QueueFigures;
import org.drover.wps.queue.QueueReport;
import org.drover.wps.queue.Queues;

/** Counts job rows; each count has an index. */
@ApplicationScoped
public class JpaQueueReport implements QueueReport {

  private static final String COUNT = "SELECT COUNT(*) FROM drover.job WHERE queue = :queue AND ";

  @PersistenceContext private EntityManager entities;

  @Override
  public List<QueueFigures> figures() {
    return Queues.names().stream().sorted().map(this::figures).toList();
  }

  private QueueFigures figures(String queue) {
    return new QueueFigures(
        queue,
        count(queue, "status = 'ACCEPTED'"),
        count(queue, "status = 'RUNNING'"),
        count(queue, "status = 'PAUSED'"),
        count(queue, "finished > CURRENT_TIMESTAMP - INTERVAL '1' HOUR"));
  }

  private long count(String queue, String condition) {
    return ((Number)
            entities
                .createNativeQuery(COUNT + condition)
                .setParameter("queue", queue)
                .getSingleResult())
        .longValue();
  }
}
