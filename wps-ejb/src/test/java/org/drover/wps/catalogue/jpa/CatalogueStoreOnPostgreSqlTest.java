package org.drover.wps.catalogue.jpa;

import org.drover.wps.catalogue.CatalogueStoreContract;
import org.drover.wps.database.TestDatabase;

final class CatalogueStoreOnPostgreSqlTest extends CatalogueStoreContract {
  CatalogueStoreOnPostgreSqlTest() {
    super(TestDatabase.postgresql());
  }
}
