package org.drover.wps.job.jpa;

import org.drover.wps.database.TestDatabase;
import org.drover.wps.job.JobControlContract;

final class JobControlOnPostgreSqlTest extends JobControlContract {
  JobControlOnPostgreSqlTest() {
    super(TestDatabase.postgresql());
  }
}
