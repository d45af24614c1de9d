package org.drover.wps.execution.outside.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.drover.wps.execution.outside.TaskStore;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobStatus;
import org.drover.wps.job.jpa.HeldJob;

/** Tasks in the database; those of an attempt are begun under the lock of its job's row. */
@ApplicationScoped
public class JpaTaskStore implements TaskStore {

  private static final String COLUMNS =
      "SELECT CAST(t.job_id AS varchar(36)), t.part, t.run, t.backend, t.server,"
          + " CASE WHEN t.ended THEN 1 ELSE 0 END";

  private static final String ONE = " WHERE job_id = :job AND part = :part AND run = :run";

  @PersistenceContext private EntityManager entities;

  @Override
  public Optional<TaskRow> findLast(JobId job, int part) {
    return rows(
            entities
                .createNativeQuery(
                    COLUMNS
                        + " FROM drover.task t WHERE t.job_id = :job AND t.part = :part"
                        + " ORDER BY t.run DESC FETCH FIRST 1 ROW ONLY")
                .setParameter("job", job.value())
                .setParameter("part", part))
        .stream()
        .map(JpaTaskStore::task)
        .findFirst();
  }

  /** Committed when it returns, whatever transaction is under way: the engine hears of it next. */
  @Override
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public List<TaskRow> begin(Attempt attempt, List<Integer> parts, String backend, String server) {
    HeldJob.lock(entities, attempt);
    return parts.stream().map(part -> begin(attempt.job(), part, backend, server)).toList();
  }

  private TaskRow begin(JobId job, int part, String backend, String server) {
    int run = findLast(job, part).map(TaskRow::run).orElse(0) + 1;
    entities
        .createNativeQuery(
            "INSERT INTO drover.task (job_id, part, run, backend, server)"
                + " VALUES (:job, :part, :run, :backend, :server)")
        .setParameter("job", job.value())
        .setParameter("part", part)
        .setParameter("run", run)
        .setParameter("backend", backend)
        .setParameter("server", server)
        .executeUpdate();
    return new TaskRow(job, part, run, backend, server, false);
  }

  @Override
  @Transactional
  public void over(TaskRow task) {
    one("UPDATE drover.task SET ended = TRUE" + ONE, task).executeUpdate();
  }

  @Override
  @Transactional
  public void delete(TaskRow task) {
    one("DELETE FROM drover.task" + ONE, task).executeUpdate();
  }

  private Query one(String sql, TaskRow task) {
    return entities
        .createNativeQuery(sql)
        .setParameter("job", task.job().value())
        .setParameter("part", task.part())
        .setParameter("run", task.run());
  }

  @Override
  public List<Standing> list(Optional<JobId> job) {
    Query query =
        entities.createNativeQuery(
            COLUMNS
                + ", CASE WHEN EXISTS (SELECT 1 FROM drover.task n WHERE n.job_id = t.job_id"
                + " AND n.part = t.part AND n.run > t.run) THEN 0 ELSE 1 END, j.status"
                + " FROM drover.task t LEFT JOIN drover.job j ON j.id = t.job_id"
                + job.map(it -> " WHERE t.job_id = :job").orElse(""));
    job.ifPresent(it -> query.setParameter("job", it.value()));
    return rows(query).stream().map(JpaTaskStore::standing).toList();
  }

  @SuppressWarnings("unchecked") // a native query has no type
  private static List<Object[]> rows(Query query) {
    return query.getResultList();
  }

  private static Standing standing(Object[] row) {
    return new Standing(
        task(row),
        number(row[6]) == 1,
        Optional.ofNullable((String) row[7]).map(JobStatus::valueOf));
  }

  private static TaskRow task(Object[] row) {
    return new TaskRow(
        new JobId(UUID.fromString((String) row[0])),
        number(row[1]),
        number(row[2]),
        (String) row[3],
        (String) row[4],
        number(row[5]) == 1);
  }

  private static int number(Object value) {
    return ((Number) value).intValue();
  }
}
