package org.drover.wps.job.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.drover.wps.error.Fault;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.JobChange;
import org.drover.wps.job.JobControl;
import org.drover.wps.job.JobEvents;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobMove;
import org.drover.wps.job.JobStatus;
import org.drover.wps.job.Standing;

/** Changes of jobs from outside, in the database: the row is locked, then moved. */
@ApplicationScoped
public class JpaJobControl implements JobControl {

  private static final String PAUSED_TOO_LONG =
      " status = 'PAUSED' AND since < CURRENT_TIMESTAMP"
          + " - CAST(:longest AS bigint) * INTERVAL '1' SECOND";

  private static final String WAITED_TOO_LONG =
      " status = 'ACCEPTED' AND wait_limit IS NOT NULL AND started IS NULL"
          + " AND since < CURRENT_TIMESTAMP - wait_limit * INTERVAL '1' SECOND";

  private static final String WAITED =
      "The job waited in its queue for longer than it may before its work begins (limit on"
          + " waiting). Send it again when the server is less busy.";

  @PersistenceContext private EntityManager entities;
  @Inject private JobEvents events;

  @Override
  @Transactional
  public Optional<JobStatus> move(JobId id, JobMove move) {
    Optional<JobStatus> found = lock(id);
    found.filter(move.from()::contains).ifPresent(it -> move(id, move, it));
    return found;
  }

  private Optional<JobStatus> lock(JobId id) {
    @SuppressWarnings("unchecked") // a native query has no type
    List<String> rows =
        entities
            .createNativeQuery(
                "SELECT status FROM drover.job WHERE id = :id FOR UPDATE", String.class)
            .setParameter("id", id.value())
            .getResultList();
    return rows.stream().findFirst().map(JobStatus::valueOf);
  }

  private void move(JobId id, JobMove move, JobStatus found) {
    entities
        .createNativeQuery(
            "UPDATE drover.job SET status = :to, fault = NULL, fault_locator = NULL,"
                + " fault_message = NULL, not_before = NULL, message = '',"
                + assignments(move.to(), found)
                + " WHERE id = :id")
        .setParameter("to", move.to().name())
        .setParameter("id", id.value())
        .executeUpdate();
    events.add(id, move.changeFrom(found));
  }

  /** A job that had ended is not kept for longer because it is dismissed. */
  private static String assignments(JobStatus to, JobStatus found) {
    return to.isFinal() && !found.isFinal() ? JobSql.ENDED : JobSql.LEFT;
  }

  @Override
  public Map<Attempt, Standing> standing(Collection<Attempt> attempts) {
    if (attempts.isEmpty()) {
      return Map.of();
    }
    Map<UUID, Object[]> rows = rows(attempts.stream().map(it -> it.job().value()).toList());
    return attempts.stream()
        .distinct()
        .collect(Collectors.toMap(it -> it, it -> standing(it, rows.get(it.job().value()))));
  }

  @SuppressWarnings("unchecked") // a native query has no type
  private Map<UUID, Object[]> rows(List<UUID> ids) {
    return ((List<Object[]>)
            entities
                .createNativeQuery(
                    "SELECT CAST(id AS varchar(36)), epoch, status, CASE WHEN since + (run_limit - ran_seconds)"
                        + " * INTERVAL '1' SECOND < CURRENT_TIMESTAMP THEN 1 ELSE 0 END"
                        + " FROM drover.job WHERE id IN (:ids)")
                .setParameter("ids", ids)
                .getResultList())
        .stream().collect(Collectors.toMap(it -> UUID.fromString((String) it[0]), it -> it));
  }

  private static Standing standing(Attempt attempt, Object[] row) {
    if (row == null || ((Number) row[1]).longValue() != attempt.epoch()) {
      return Standing.LOST;
    }
    return switch (JobStatus.valueOf((String) row[2])) {
      case RUNNING -> ((Number) row[3]).intValue() == 1 ? Standing.OVER_RUN_LIMIT : Standing.HELD;
      case PAUSED -> Standing.PAUSED;
      case DISMISSED -> Standing.DISMISSED;
      case ACCEPTED, SUCCEEDED, FAILED -> Standing.LOST;
    };
  }

  @Override
  @Transactional
  public void moved(Collection<Attempt> attempts) {
    for (Attempt attempt : attempts) {
      entities
          .createNativeQuery(
              "UPDATE drover.job SET last_progress = CURRENT_TIMESTAMP, silent = FALSE"
                  + " WHERE id = :id AND epoch = :epoch AND status = 'RUNNING'")
          .setParameter("id", attempt.job().value())
          .setParameter("epoch", attempt.epoch())
          .executeUpdate();
    }
  }

  @Override
  @Transactional
  public int markSilent(String node, Duration longest) {
    return entities
        .createNativeQuery(
            "UPDATE drover.job SET silent = TRUE, last_progress = COALESCE(last_progress, since)"
                + " WHERE status = 'RUNNING' AND lease_node = :node AND NOT silent"
                + " AND COALESCE(last_progress, since) < CURRENT_TIMESTAMP"
                + " - CAST(:longest AS bigint) * INTERVAL '1' SECOND")
        .setParameter("node", node)
        .setParameter("longest", longest.toSeconds())
        .executeUpdate();
  }

  @Override
  @Transactional
  public List<JobId> failPaused(Duration longest) {
    String why = "The job was paused for longer than the server allows (" + longest + ").";
    return fail(
        JobChange.byServer(JobStatus.PAUSED, JobStatus.FAILED, why),
        PAUSED_TOO_LONG,
        it -> it.setParameter("longest", longest.toSeconds()));
  }

  @Override
  @Transactional
  public List<JobId> failWaiting() {
    return fail(
        JobChange.byServer(JobStatus.ACCEPTED, JobStatus.FAILED, WAITED),
        WAITED_TOO_LONG,
        UnaryOperator.identity());
  }

  /** Not locked as they are read, because H2 would lock all rows it looks at. */
  private List<JobId> fail(JobChange change, String condition, UnaryOperator<Query> bind) {
    Query overdue =
        entities.createNativeQuery("SELECT id FROM drover.job WHERE" + condition, UUID.class);
    List<JobId> failed =
        ids(bind.apply(overdue)).stream()
            .filter(id -> fail(id, change.why(), bind.apply(failing(condition))))
            .map(JobId::new)
            .toList();
    failed.forEach(id -> events.add(id, change));
    return failed;
  }

  private Query failing(String condition) {
    return entities.createNativeQuery(
        "UPDATE drover.job SET status = 'FAILED', fault = :fault, fault_message = :why,"
            + JobSql.ENDED
            + " WHERE id = :id AND"
            + condition);
  }

  private static boolean fail(UUID id, String why, Query failing) {
    return failing
            .setParameter("fault", Fault.TIME_EXCEEDED.name())
            .setParameter("why", why)
            .setParameter("id", id)
            .executeUpdate()
        == 1;
  }

  @SuppressWarnings("unchecked") // a native query has no type
  private static List<UUID> ids(Query query) {
    return query.getResultList();
  }
}
