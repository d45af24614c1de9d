package org.drover.wps.job.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;
import org.drover.wps.config.Node;
import org.drover.wps.job.JobChange;
import org.drover.wps.job.JobEvent;
import org.drover.wps.job.JobEvents;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobStatus;
import org.drover.wps.job.PartStore;

/**
 * The audit trail in the database: one insert for each change. The change that ends a job takes its
 * parts along, so that no way of ending leaves any, whoever dies next.
 */
@ApplicationScoped
public class JpaJobEvents implements JobEvents {

  private static final int WHO_LENGTH = 255;
  private static final int WHY_LENGTH = 1000;

  @PersistenceContext private EntityManager entities;
  @Inject private PartStore parts;

  @Override
  @Transactional
  public void add(JobId job, JobChange change) {
    entities
        .createNativeQuery(
            "INSERT INTO drover.job_event (job_id, node, who, from_status, to_status, why)"
                + " VALUES (:job, :node, :who, :from, :to, :why)")
        .setParameter("job", job.value())
        .setParameter("node", Node.NAME.get())
        .setParameter("who", RowText.fit(change.who().orElse(""), WHO_LENGTH))
        .setParameter("from", change.from().map(JobStatus::name).orElseThrow())
        .setParameter("to", change.to().name())
        .setParameter("why", RowText.fit(change.why(), WHY_LENGTH))
        .executeUpdate();
    if (change.to().isFinal()) {
      parts.delete(job);
    }
  }

  @Override
  public List<JobEvent> list(JobId job) {
    return Stream.concat(accepted(job), later(job)).toList();
  }

  private Stream<JobEvent> accepted(JobId job) {
    return Stream.ofNullable(entities.find(JobRow.class, job.value())).map(JobRow::accepted);
  }

  private Stream<JobEvent> later(JobId job) {
    return entities
        .createQuery(
            "SELECT e FROM JobEventRow e WHERE e.jobId = :job ORDER BY e.no", JobEventRow.class)
        .setParameter("job", job.value())
        .getResultStream()
        .map(JobEventRow::toEvent);
  }
}
