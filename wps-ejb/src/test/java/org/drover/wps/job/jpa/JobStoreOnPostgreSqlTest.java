package org.drover.wps.job.jpa;

import org.drover.wps.job.JobStoreContract;
import org.drover.wps.database.TestDatabase;

final class JobStoreOnPostgreSqlTest extends JobStoreContract {
  JobStoreOnPostgreSqlTest() {
    super(TestDatabase.postgresql());
  }
}
