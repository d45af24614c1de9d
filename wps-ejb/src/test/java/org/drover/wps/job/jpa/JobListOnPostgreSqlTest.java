package org.drover.wps.job.jpa;

import org.drover.wps.database.TestDatabase;
import org.drover.wps.job.JobListContract;

final class JobListOnPostgreSqlTest extends JobListContract {
  JobListOnPostgreSqlTest() {
    super(TestDatabase.postgresql());
  }
}
