package org.drover.wps.outbox.jpa;

import org.drover.wps.database.TestDatabase;
import org.drover.wps.outbox.OutboxStoreContract;

final class OutboxStoreOnPostgreSqlTest extends OutboxStoreContract {
  OutboxStoreOnPostgreSqlTest() {
    super(TestDatabase.postgresql());
  }
}
