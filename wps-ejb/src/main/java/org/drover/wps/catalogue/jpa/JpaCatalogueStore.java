package org.drover.wps.catalogue.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import org.drover.wps.catalogue.CatalogueStore;

/** One row that all nodes share. */
@ApplicationScoped
public class JpaCatalogueStore implements CatalogueStore {

  @PersistenceContext private EntityManager entities;

  @Override
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public long updateSequence(String fingerprint) {
    CatalogueRow row = entities.find(CatalogueRow.class, 1, LockModeType.PESSIMISTIC_WRITE);
    if (!row.fingerprint.equals(fingerprint)) {
      row.fingerprint = fingerprint;
      row.updateSequence++;
    }
    return row.updateSequence;
  }
}
