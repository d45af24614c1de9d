package org.drover.wps.queue.jpa;

import org.drover.wps.database.TestDatabase;
import org.drover.wps.queue.FairShareContract;

final class FairShareOnPostgreSqlTest extends FairShareContract {
  FairShareOnPostgreSqlTest() {
    super(TestDatabase.postgresql());
  }
}
