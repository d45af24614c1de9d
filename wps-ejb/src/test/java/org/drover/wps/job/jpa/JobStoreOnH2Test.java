package org.drover.wps.job.jpa;

import org.drover.wps.database.TestDatabase;
import org.drover.wps.job.JobStoreContract;

final class JobStoreOnH2Test extends JobStoreContract {
  JobStoreOnH2Test() {
    super(TestDatabase.h2());
  }
}
