package org.drover.wps.outbox.jpa;

import org.drover.wps.database.TestDatabase;
import org.drover.wps.outbox.OutboxStoreContract;

final class OutboxStoreOnH2Test extends OutboxStoreContract {
  OutboxStoreOnH2Test() {
    super(TestDatabase.h2());
  }
}
