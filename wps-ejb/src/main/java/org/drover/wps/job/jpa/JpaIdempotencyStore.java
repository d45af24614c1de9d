package org.drover.wps.job.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.drover.wps.job.IdempotencyStore;
import org.drover.wps.job.JobId;
import org.drover.wps.job.KeyTakenException;
import org.hibernate.exception.ConstraintViolationException;

/** Keys in the database: its primary key decides who came first. */
@ApplicationScoped
public class JpaIdempotencyStore implements IdempotencyStore {

  @PersistenceContext private EntityManager entities;

  @Override
  public Optional<Known> findKey(String owner, String key) {
    @SuppressWarnings("unchecked") // a native query has no type
    List<Object[]> rows =
        entities
            .createNativeQuery(
                "SELECT CAST(job_id AS varchar), fingerprint FROM drover.idempotency"
                    + " WHERE owner = :owner AND client_key = :key",
                Object[].class)
            .setParameter("owner", owner)
            .setParameter("key", key)
            .getResultList();
    return rows.stream()
        .map(it -> new Known(new JobId(UUID.fromString((String) it[0])), (String) it[1]))
        .findFirst();
  }

  @Override
  @Transactional
  public void claimKey(String owner, String key, Known known) {
    try {
      entities
          .createNativeQuery(
              "INSERT INTO drover.idempotency (owner, client_key, fingerprint, job_id)"
                  + " VALUES (:owner, :key, :fingerprint, :job)")
          .setParameter("owner", owner)
          .setParameter("key", key)
          .setParameter("fingerprint", known.fingerprint())
          .setParameter("job", known.job().value())
          .executeUpdate();
    } catch (ConstraintViolationException e) {
      throw new KeyTakenException(e);
    }
  }
}
