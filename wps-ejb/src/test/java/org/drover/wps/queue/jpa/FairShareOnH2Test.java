package org.drover.wps.queue.jpa;

import org.drover.wps.database.TestDatabase;
import org.drover.wps.queue.FairShareContract;

final class FairShareOnH2Test extends FairShareContract {
  FairShareOnH2Test() {
    super(TestDatabase.h2());
  }
}
