package org.drover.wps.job.jpa;

import org.drover.wps.database.TestDatabase;
import org.drover.wps.job.IdempotencyStoreContract;

final class IdempotencyStoreOnPostgreSqlTest extends IdempotencyStoreContract {
  IdempotencyStoreOnPostgreSqlTest() {
    super(TestDatabase.postgresql());
  }
}
