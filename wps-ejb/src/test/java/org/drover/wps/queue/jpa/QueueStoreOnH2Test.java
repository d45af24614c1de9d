package org.drover.wps.queue.jpa;

import org.drover.wps.database.TestDatabase;
import org.drover.wps.queue.QueueStoreContract;

final class QueueStoreOnH2Test extends QueueStoreContract {
  QueueStoreOnH2Test() {
    super(TestDatabase.h2());
  }
}
