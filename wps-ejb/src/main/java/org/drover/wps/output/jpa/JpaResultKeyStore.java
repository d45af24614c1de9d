package org.drover.wps.output.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.drover.wps.job.JobId;
import org.drover.wps.output.ResultKeyStore;

/** Keys of results in the database. */
@ApplicationScoped
public class JpaResultKeyStore implements ResultKeyStore {

  @PersistenceContext private EntityManager entities;

  @Override
  @Transactional
  public void storeKey(JobId job, String digest) {
    entities
        .createNativeQuery(
            "INSERT INTO drover.result_key (job_id, owner, digest)"
                + " SELECT id, owner, :digest FROM drover.job WHERE id = :job")
        .setParameter("job", job.value())
        .setParameter("digest", digest)
        .executeUpdate();
  }

  @Override
  public Optional<JobId> findJob(String owner, String digest) {
    @SuppressWarnings("unchecked") // a native query has no type
    List<UUID> jobs =
        entities
            .createNativeQuery(
                "SELECT j.id FROM drover.result_key k JOIN drover.job j ON j.id = k.job_id"
                    + " WHERE k.owner = :owner AND k.digest = :digest AND j.status = 'SUCCEEDED'"
                    + " AND j.expires > CURRENT_TIMESTAMP ORDER BY j.seq DESC",
                UUID.class)
            .setParameter("owner", owner)
            .setParameter("digest", digest)
            .setMaxResults(1)
            .getResultList();
    return jobs.stream().map(JobId::new).findFirst();
  }
}
