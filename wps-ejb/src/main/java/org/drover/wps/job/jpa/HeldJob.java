package org.drover.wps.job.jpa;

import jakarta.persistence.EntityManager;
import org.drover.wps.job.Attempt;
import org.drover.wps.job.StaleAttemptException;

/** The row of a job as the attempt sees it that holds it. */
public final class HeldJob {

  private HeldJob() {}

  /**
   * Locks the row until the end of the transaction, so that nobody takes the job over meanwhile.
   *
   * @throws StaleAttemptException if the attempt has lost its job
   */
  public static void lock(EntityManager entities, Attempt attempt) {
    boolean held =
        !entities
            .createNativeQuery(
                "SELECT 1 FROM drover.job"
                    + " WHERE id = :id AND epoch = :epoch AND status = 'RUNNING' FOR UPDATE")
            .setParameter("id", attempt.job().value())
            .setParameter("epoch", attempt.epoch())
            .getResultList()
            .isEmpty();
    if (!held) {
      throw new StaleAttemptException(attempt);
    }
  }
}
