package org.drover.wps.outbox.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.drover.wps.job.JobId;
import org.drover.wps.outbox.JobLinks;
import org.drover.wps.outbox.Message;
import org.drover.wps.outbox.Occasion;
import org.drover.wps.outbox.OutboxStore;
import org.drover.wps.outbox.Subscription;

/** Messages in the database. */
@ApplicationScoped
public class JpaOutboxStore implements OutboxStore {

  /** More than the nodes that may look for a message at the same moment. */
  private static final int AT_ONCE = 16;

  private static final int PROBLEM_LENGTH = 1000;

  private static final String COME_ABOUT =
      "((o.event = 'STARTED' AND j.status = 'RUNNING')"
          + " OR (o.event IN ('SUCCEEDED', 'RESULTS') AND j.status = 'SUCCEEDED')"
          + " OR (o.event = 'FAILED' AND j.status IN ('FAILED', 'DISMISSED')))";

  /** Every write of a try ends with this: one that has lost its claim finds no row. */
  private static final String CLAIMED = " WHERE id = :id AND tries = :tries AND state = 'PENDING'";

  @PersistenceContext private EntityManager entities;

  @Override
  @Transactional
  public void store(JobId job, Collection<Subscription> subscriptions) {
    for (Subscription each : subscriptions) {
      JobLinks links = each.links().of(job);
      entities
          .createNativeQuery(
              "INSERT INTO drover.outbox (id, job_id, event, address, status_link, result_link)"
                  + " VALUES (:id, :job, :event, :address, :status, :result)")
          .setParameter("id", UUID.randomUUID())
          .setParameter("job", job.value())
          .setParameter("event", each.event().name())
          .setParameter("address", each.address())
          .setParameter("status", links.status())
          .setParameter("result", links.result())
          .executeUpdate();
    }
  }

  @Override
  @Transactional
  public void forgetMoot() {
    entities
        .createNativeQuery(
            "DELETE FROM drover.outbox o WHERE o.state = 'PENDING' AND EXISTS"
                + " (SELECT 1 FROM drover.job j WHERE j.id = o.job_id"
                + " AND j.status IN ('SUCCEEDED', 'FAILED', 'DISMISSED') AND NOT "
                + COME_ABOUT
                + ")")
        .executeUpdate();
  }

  @Override
  @Transactional
  public Optional<Message> claim(Duration lease) {
    return due().stream().filter(it -> take(it, lease)).findFirst().map(this::read);
  }

  @SuppressWarnings("unchecked") // a native query has no type
  private List<UUID> due() {
    return entities
        .createNativeQuery(
            "SELECT o.id FROM drover.outbox o JOIN drover.job j ON j.id = o.job_id"
                + " WHERE o.state = 'PENDING' AND o.due <= CURRENT_TIMESTAMP AND "
                + COME_ABOUT
                + " ORDER BY o.due",
            UUID.class)
        .setMaxResults(AT_ONCE)
        .getResultList();
  }

  private boolean take(UUID id, Duration lease) {
    return entities
            .createNativeQuery(
                "UPDATE drover.outbox SET tries = tries + 1,"
                    + " due = CURRENT_TIMESTAMP + CAST(:lease AS bigint) * INTERVAL '1' SECOND"
                    + " WHERE id = :id AND state = 'PENDING' AND due <= CURRENT_TIMESTAMP")
            .setParameter("lease", lease.toSeconds())
            .setParameter("id", id)
            .executeUpdate()
        == 1;
  }

  private Message read(UUID id) {
    Object[] row =
        (Object[])
            entities
                .createNativeQuery(
                    "SELECT CAST(job_id AS varchar), event, address, status_link, result_link, tries"
                        + " FROM drover.outbox WHERE id = :id",
                    Object[].class)
                .setParameter("id", id)
                .getSingleResult();
    return new Message(
        id,
        new JobId(UUID.fromString((String) row[0])),
        new Subscription(
            (String) row[2],
            Occasion.valueOf((String) row[1]),
            new JobLinks((String) row[3], (String) row[4])),
        ((Number) row[5]).intValue());
  }

  @Override
  @Transactional
  public void sent(Message message) {
    claimed(
            "UPDATE drover.outbox SET state = 'SENT', settled = CURRENT_TIMESTAMP, problem = NULL"
                + CLAIMED,
            message)
        .executeUpdate();
  }

  @Override
  @Transactional
  public void postpone(Message message, Duration wait, String problem) {
    claimed(
            "UPDATE drover.outbox SET problem = :problem,"
                + " due = CURRENT_TIMESTAMP + CAST(:wait AS bigint) * INTERVAL '1' SECOND"
                + CLAIMED,
            message)
        .setParameter("problem", fit(problem))
        .setParameter("wait", wait.toSeconds())
        .executeUpdate();
  }

  @Override
  @Transactional
  public void giveUp(Message message, String problem) {
    claimed(
            "UPDATE drover.outbox SET state = 'GIVEN_UP', settled = CURRENT_TIMESTAMP,"
                + " problem = :problem"
                + CLAIMED,
            message)
        .setParameter("problem", fit(problem))
        .executeUpdate();
  }

  private Query claimed(String sql, Message message) {
    return entities
        .createNativeQuery(sql)
        .setParameter("id", message.id())
        .setParameter("tries", message.tries());
  }

  private static String fit(String text) {
    return text.length() <= PROBLEM_LENGTH ? text : text.substring(0, PROBLEM_LENGTH);
  }
}
