package org.drover.wps.queue.jpa;

import org.drover.wps.database.TestDatabase;
import org.drover.wps.queue.ClaimRateContract;

final class ClaimRateOnH2Test extends ClaimRateContract {
  ClaimRateOnH2Test() {
    super(TestDatabase.h2(), "H2");
  }
}
