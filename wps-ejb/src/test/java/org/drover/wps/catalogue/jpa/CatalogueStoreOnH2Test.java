package org.drover.wps.catalogue.jpa;

import org.drover.wps.catalogue.CatalogueStoreContract;
import org.drover.wps.database.TestDatabase;

final class CatalogueStoreOnH2Test extends CatalogueStoreContract {
  CatalogueStoreOnH2Test() {
    super(TestDatabase.h2());
  }
}
