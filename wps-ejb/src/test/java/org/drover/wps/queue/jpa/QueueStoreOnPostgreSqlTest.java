package org.drover.wps.queue.jpa;

import org.drover.wps.queue.QueueStoreContract;
import org.drover.wps.database.TestDatabase;

final class QueueStoreOnPostgreSqlTest extends QueueStoreContract {
  QueueStoreOnPostgreSqlTest() {
    super(TestDatabase.postgresql());
  }
}
