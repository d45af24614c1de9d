package org.drover.wps.catalogue.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The row of {@code drover.catalogue}. */
@Entity
@Table(name = "catalogue", schema = "drover")
public class CatalogueRow {

  @Id int id;

  @Column(name = "update_sequence")
  long updateSequence;

  String fingerprint;

  protected CatalogueRow() {}
}
