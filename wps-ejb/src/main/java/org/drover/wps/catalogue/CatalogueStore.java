package org.drover.wps.catalogue;

/** Remembers the state of the catalogue. */
public interface CatalogueStore {

  /**
   * The number of the state with this fingerprint: one more than the last if it is another.
   *
   * @param fingerprint of all descriptions
   */
  long updateSequence(String fingerprint);
}
