package org.drover.wps.job.jpa;

import org.drover.wps.database.TestDatabase;
import org.drover.wps.job.JobControlContract;

final class JobControlOnH2Test extends JobControlContract {
  JobControlOnH2Test() {
    super(TestDatabase.h2());
  }
}
