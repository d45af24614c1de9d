package org.drover.wps.job.jpa;

import org.drover.wps.job.PartStoreContract;
import org.drover.wps.database.TestDatabase;

final class PartStoreOnPostgreSqlTest extends PartStoreContract {
  PartStoreOnPostgreSqlTest() {
    super(TestDatabase.postgresql());
  }
}
