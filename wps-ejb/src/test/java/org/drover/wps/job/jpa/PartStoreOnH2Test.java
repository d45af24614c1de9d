package org.drover.wps.job.jpa;

import org.drover.wps.database.TestDatabase;
import org.drover.wps.job.PartStoreContract;

final class PartStoreOnH2Test extends PartStoreContract {
  PartStoreOnH2Test() {
    super(TestDatabase.h2());
  }
}
