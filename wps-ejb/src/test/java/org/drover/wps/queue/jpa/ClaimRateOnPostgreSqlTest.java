package org.drover.wps.queue.jpa;

import org.drover.wps.database.TestDatabase;
import org.drover.wps.queue.ClaimRateContract;

final class ClaimRateOnPostgreSqlTest extends ClaimRateContract {
  ClaimRateOnPostgreSqlTest() {
    super(TestDatabase.postgresql(), "PostgreSql");
  }
}
