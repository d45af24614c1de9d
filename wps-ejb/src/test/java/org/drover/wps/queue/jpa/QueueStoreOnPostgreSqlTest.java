package org.drover.wps.queue.jpa;

import org.drover.wps.database.TestDatabase;
import org.drover.wps.queue.QueueStoreContract;

final class QueueStoreOnPostgreSqlTest extends QueueStoreContract {
  QueueStoreOnPostgreSqlTest() {
    super(TestDatabase.postgresql());
  }
}
