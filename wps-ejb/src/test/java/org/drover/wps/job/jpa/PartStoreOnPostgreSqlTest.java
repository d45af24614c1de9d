package org.drover.wps.job.jpa;

import org.drover.wps.database.TestDatabase;
import org.drover.wps.job.PartStoreContract;

final class PartStoreOnPostgreSqlTest extends PartStoreContract {
  PartStoreOnPostgreSqlTest() {
    super(TestDatabase.postgresql());
  }
}
