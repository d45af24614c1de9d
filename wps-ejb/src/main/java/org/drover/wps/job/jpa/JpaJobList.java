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

  @PersistenceContext private EntityManager entities;

  @Override
  public List<Job> list(JobQuery query) {
    Map<String, Object> values = new LinkedHashMap<>();
    query.status().ifPresent(it -> values.put("status", it));
    query.owner().ifPresent(it -> values.put("owner", it));
    query.process().ifPresent(it -> values.put("process", it));
    query.queue().ifPresent(it -> values.put("queue", it));
    StringBuilder conditions = new StringBuilder("1 = 1");
    values.keySet().forEach(it -> conditions.append(" AND j." + it + " = :" + it));
    query
        .after()
        .ifPresent(
            it -> {
              conditions.append(" AND j.seq < (SELECT a.seq FROM JobRow a WHERE a.id = :after)");
              values.put("after", it.value());
            });
    TypedQuery<JobRow> page =
        entities.createQuery(
            "SELECT j FROM JobRow j WHERE " + conditions + " ORDER BY j.seq DESC", JobRow.class);
    values.forEach(page::setParameter);
    return page.setMaxResults(query.limit()).getResultList().stream().map(JobRow::toJob).toList();
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
