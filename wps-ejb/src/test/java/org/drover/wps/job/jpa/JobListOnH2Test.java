package org.drover.wps.job.jpa;

import org.drover.wps.database.TestDatabase;
import org.drover.wps.job.JobListContract;

final class JobListOnH2Test extends JobListContract {
  JobListOnH2Test() {
    super(TestDatabase.h2());
  }
}
