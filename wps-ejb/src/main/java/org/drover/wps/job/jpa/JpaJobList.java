package org.drover.wps.job.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.job.Job;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobInside;
import org.drover.wps.job.JobList;
import org.drover.wps.job.JobQuery;

/** Job rows page by page: by the number they got when they came, which has an index. */
@ApplicationScoped
public class JpaJobList implements JobList {

  /** Seconds from beginning to end, or to now; null before the beginning. */
  private static final String LASTED =
      "timestampdiff(second, j.started, coalesce(j.finished, instant))";

  @PersistenceContext private EntityManager entities;

  @Override
  public List<Job> list(JobQuery query) {
    Conditions conditions = new Conditions();
    if (!query.statuses().isEmpty()) {
      conditions.add("j.status IN :statuses", "statuses", query.statuses());
    }
    if (!query.processes().isEmpty()) {
      conditions.add("j.process IN :processes", "processes", query.processes());
    }
    query.owner().ifPresent(it -> conditions.add("j.owner = :owner", "owner", it));
    query.queue().ifPresent(it -> conditions.add("j.queue = :queue", "queue", it));
    query.times().from().ifPresent(it -> conditions.add("j.created >= :from", "from", it));
    query.times().to().ifPresent(it -> conditions.add("j.created <= :to", "to", it));
    query
        .times()
        .shortest()
        .ifPresent(it -> conditions.add(LASTED + " >= :shortest", "shortest", it.toSeconds()));
    query
        .times()
        .longest()
        .ifPresent(it -> conditions.add(LASTED + " <= :longest", "longest", it.toSeconds()));
    query
        .after()
        .ifPresent(
            it ->
                conditions.add(
                    "j.seq < (SELECT a.seq FROM JobRow a WHERE a.id = :after)",
                    "after",
                    it.value()));
    return conditions.page(entities, query.limit()).stream().map(JobRow::toJob).toList();
  }

  /** What rows must fulfil, all together. */
  private static final class Conditions {
    private final StringBuilder text = new StringBuilder("1 = 1");
    private final Map<String, Object> values = new LinkedHashMap<>();

    void add(String condition, String parameter, Object value) {
      text.append(" AND ").append(condition);
      values.put(parameter, value);
    }

    List<JobRow> page(EntityManager entities, int limit) {
      TypedQuery<JobRow> page =
          entities.createQuery(
              "SELECT j FROM JobRow j WHERE " + text + " ORDER BY j.seq DESC", JobRow.class);
      values.forEach(page::setParameter);
      return page.setMaxResults(limit).getResultList();
    }
  }

  @Override
  public Optional<JobInside> findInside(JobId id) {
    return Optional.ofNullable(entities.find(JobInsideRow.class, id.value()))
        .map(JobInsideRow::toInside);
  }

  @Override
  @Transactional
  public boolean setPriority(JobId id, int priority) {
    return entities
            .createNativeQuery(
                "UPDATE drover.job SET priority = :priority WHERE id = :id"
                    + " AND status IN ('ACCEPTED', 'RUNNING', 'PAUSED')")
            .setParameter("priority", priority)
            .setParameter("id", id.value())
            .executeUpdate()
        == 1;
  }
}
