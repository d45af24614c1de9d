package org.drover.wps.job.jpa;

import org.drover.wps.database.TestDatabase;
import org.drover.wps.job.IdempotencyStoreContract;

final class IdempotencyStoreOnH2Test extends IdempotencyStoreContract {
  IdempotencyStoreOnH2Test() {
    super(TestDatabase.h2());
  }
}
