package org.drover.wps.job.jpa;

import org.drover.wps.database.TestDatabase;
import org.drover.wps.job.JobStoreContract;

final class JobStoreOnPostgreSqlTest extends JobStoreContract {
  JobStoreOnPostgreSqlTest() {
    super(TestDatabase.postgresql());
  }
}
