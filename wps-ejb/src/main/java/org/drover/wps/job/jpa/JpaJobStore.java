package org.drover.wps.job.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.drover.wps.config.Node;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.Job;
import org.drover.wps.job.JobChange;
import org.drover.wps.job.JobEvents;
import org.drover.wps.job.JobFailure;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobStatus;
import org.drover.wps.job.JobStore;
import org.drover.wps.job.NewJob;
import org.drover.wps.job.Retry;
import org.drover.wps.process.Estimate;
import org.hibernate.Session;

/** Jobs in the database. */
@ApplicationScoped
public class JpaJobStore implements JobStore {

  private static final int MESSAGE_LENGTH = 1000;
  private static final int LOCATOR_LENGTH = 500;
  private static final int FAULT_LENGTH = 4000;

  /** Every write of an attempt ends with this: a stale one finds no row. */
  private static final String HELD = " WHERE id = :id AND epoch = :epoch AND status = 'RUNNING'";

  private static final String INSERT =
      "INSERT INTO drover.job (id, process, process_version, owner, queue, status, epoch,"
          + " request, keep_seconds, priority, estimate_seconds, estimate_bytes, started,"
          + " accepted_on, run_limit, wait_limit) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
          + " CAST(? AS double precision), CAST(? AS bigint),"
          + " CASE WHEN ? > 0 THEN CURRENT_TIMESTAMP END, ?, ?, ?)";

  /**
   * Twice as long each time, up to a minute, and up to a quarter less so that not all come at once.
   */
  private static final String BACK_OFF =
      "(LEAST(60, :wait * POWER(2, CASE WHEN mark < "
          + JobSql.REACHED
          + " THEN 0 ELSE LEAST(retries, 10) END)) * (1 - RANDOM() / 4))";

  @PersistenceContext private EntityManager entities;
  @Inject private JobEvents events;

  @Override
  @Transactional
  public Instant create(NewJob job) {
    return insert(job, JobStatus.ACCEPTED, 0);
  }

  @Override
  @Transactional
  public void createRunning(NewJob job) {
    insert(job, JobStatus.RUNNING, 1);
    events.add(job.id(), JobChange.byServer(JobStatus.ACCEPTED, JobStatus.RUNNING, ""));
  }

  /** Plain JDBC, because it alone hands back what the database has filled in without asking. */
  private Instant insert(NewJob job, JobStatus status, long epoch) {
    return entities
        .unwrap(Session.class)
        .doReturningWork(
            connection -> {
              try (PreparedStatement insert =
                  connection.prepareStatement(INSERT, new String[] {"created"})) {
                Object[] values = {
                  job.id().value(),
                  job.process(),
                  job.processVersion(),
                  job.owner(),
                  job.queue(),
                  status.name(),
                  epoch,
                  job.request(),
                  job.keep().toSeconds(),
                  job.terms().priority(),
                  job.terms().estimate().map(Estimate::seconds).orElse(null),
                  job.terms().estimate().flatMap(JpaJobStore::bytes).orElse(null),
                  epoch,
                  Node.NAME.get(),
                  seconds(job.limits().running()),
                  seconds(job.limits().waiting())
                };
                for (int i = 0; i < values.length; i++) {
                  insert.setObject(i + 1, values[i]);
                }
                insert.executeUpdate();
                return created(insert);
              }
            });
  }

  private static Long seconds(Optional<Duration> limit) {
    return limit.map(Duration::toSeconds).orElse(null);
  }

  private static Instant created(PreparedStatement insert) throws SQLException {
    try (ResultSet filledIn = insert.getGeneratedKeys()) {
      filledIn.next();
      return filledIn.getObject(1, OffsetDateTime.class).toInstant();
    }
  }

  private static Optional<Long> bytes(Estimate estimate) {
    return estimate.bytes().stream().boxed().findFirst();
  }

  @Override
  public Optional<Job> findJob(JobId id) {
    return findRow(id).map(JobRow::toJob);
  }

  @Override
  public Optional<String> findRequest(JobId id) {
    @SuppressWarnings("unchecked") // a native query has no type
    List<String> requests =
        entities
            .createNativeQuery("SELECT request FROM drover.job WHERE id = :id", String.class)
            .setParameter("id", id.value())
            .getResultList();
    return requests.stream().findFirst();
  }

  /** Not kept in the persistence context: rows are changed by statements it does not see. */
  private Optional<JobRow> findRow(JobId id) {
    Optional<JobRow> row =
        Optional.ofNullable(
            entities.find(JobRow.class, id.value(), Map.of("org.hibernate.readOnly", true)));
    row.ifPresent(entities::detach);
    return row;
  }

  @Override
  @Transactional
  public boolean progress(Attempt attempt, int percent, String message) {
    return held(
                "UPDATE drover.job SET percent = GREATEST(percent, :percent), message = :message,"
                    + " updated = CURRENT_TIMESTAMP, last_progress = CURRENT_TIMESTAMP,"
                    + " silent = FALSE"
                    + HELD,
                attempt)
            .setParameter("percent", percent)
            .setParameter("message", RowText.fit(message, MESSAGE_LENGTH))
            .executeUpdate()
        == 1;
  }

  @Override
  @Transactional
  public boolean succeed(Attempt attempt) {
    Query update =
        held(
            "UPDATE drover.job SET status = 'SUCCEEDED', percent = 100, message = '',"
                + JobSql.ENDED
                + HELD,
            attempt);
    return leave(attempt, update, JobStatus.SUCCEEDED, "");
  }

  @Override
  @Transactional
  public void describeSuccess(JobId id, String message) {
    entities
        .createNativeQuery(
            "UPDATE drover.job SET message = :message WHERE id = :id AND status = 'SUCCEEDED'")
        .setParameter("message", RowText.fit(message, MESSAGE_LENGTH))
        .setParameter("id", id.value())
        .executeUpdate();
  }

  @Override
  @Transactional
  public void countInputs(JobId id, long bytes) {
    entities
        .createNativeQuery("UPDATE drover.job SET input_bytes = :bytes WHERE id = :id")
        .setParameter("bytes", bytes)
        .setParameter("id", id.value())
        .executeUpdate();
  }

  @Override
  @Transactional
  public boolean fail(Attempt attempt, JobFailure failure) {
    Query update =
        held(
                "UPDATE drover.job SET status = 'FAILED', fault = :fault,"
                    + " fault_locator = :locator, fault_message = :message,"
                    + JobSql.ENDED
                    + HELD,
                attempt)
            .setParameter("fault", failure.fault().name())
            .setParameter(
                "locator",
                failure.locator().map(it -> RowText.fit(it, LOCATOR_LENGTH)).orElse(null))
            .setParameter("message", RowText.fit(failure.message(), FAULT_LENGTH));
    return leave(attempt, update, JobStatus.FAILED, failure.message());
  }

  @Override
  @Transactional
  public boolean release(Attempt attempt, Duration wait, String why, String message) {
    Query update =
        held(
                "UPDATE drover.job SET"
                    + " not_before = CURRENT_TIMESTAMP + CAST(:wait AS bigint) * INTERVAL '1' SECOND,"
                    + JobSql.WAITS
                    + HELD,
                attempt)
            .setParameter("wait", wait.toSeconds())
            .setParameter("message", RowText.fit(message, MESSAGE_LENGTH));
    return leave(attempt, update, JobStatus.ACCEPTED, why);
  }

  private Query held(String sql, Attempt attempt) {
    return entities
        .createNativeQuery(sql)
        .setParameter("id", attempt.job().value())
        .setParameter("epoch", attempt.epoch());
  }

  /** Ends an attempt, unless it no longer holds its job. */
  private boolean leave(Attempt attempt, Query update, JobStatus to, String why) {
    boolean left = update.executeUpdate() == 1;
    if (left) {
      events.add(attempt.job(), JobChange.byServer(JobStatus.RUNNING, to, why));
    }
    return left;
  }

  @Override
  @Transactional
  public boolean retry(Attempt attempt, Retry retry) {
    String why = "Is tried again: " + retry.failure().message();
    Query update =
        held(
                "UPDATE drover.job SET"
                    + (" not_before = CURRENT_TIMESTAMP + " + BACK_OFF + " * INTERVAL '1' SECOND,")
                    + (" retries = CASE WHEN mark < "
                        + JobSql.REACHED
                        + " THEN 1 ELSE retries + 1 END,")
                    + (" crashes = CASE WHEN mark < "
                        + JobSql.REACHED
                        + " THEN 0 ELSE crashes END,")
                    + (" mark = " + JobSql.REACHED + "," + JobSql.WAITS)
                    + HELD
                    + (" AND (retries < :most OR mark < " + JobSql.REACHED + ")"),
                attempt)
            .setParameter("wait", retry.pause().toSeconds())
            .setParameter("most", retry.most())
            .setParameter("message", RowText.fit(why, MESSAGE_LENGTH));
    return leave(attempt, update, JobStatus.ACCEPTED, why) || fail(attempt, retry.failure());
  }

  @Override
  @SuppressWarnings("unchecked") // a native query has no type
  public List<JobId> listExpired(int limit) {
    return ((List<UUID>)
            entities
                .createNativeQuery(
                    "SELECT id FROM drover.job WHERE expires < CURRENT_TIMESTAMP ORDER BY expires",
                    UUID.class)
                .setMaxResults(limit)
                .getResultList())
        .stream().map(JobId::new).toList();
  }

  @Override
  public Map<JobId, JobStatus> statusOf(Collection<JobId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery("SELECT j FROM JobRow j WHERE j.id IN :ids", JobRow.class)
        .setParameter("ids", ids.stream().map(JobId::value).toList())
        .getResultList()
        .stream()
        .map(JobRow::toJob)
        .collect(Collectors.toMap(Job::id, Job::status));
  }

  @Override
  @Transactional
  public void delete(JobId id) {
    entities
        .createNativeQuery(
            "DELETE FROM drover.job WHERE id = :id"
                + " AND status IN ('SUCCEEDED', 'FAILED', 'DISMISSED')")
        .setParameter("id", id.value())
        .executeUpdate();
  }
}
