package org.drover.wps.output.jpa;

import org.drover.wps.database.TestDatabase;
import org.drover.wps.output.ResultKeyStoreContract;

final class ResultKeyStoreOnH2Test extends ResultKeyStoreContract {
  ResultKeyStoreOnH2Test() {
    super(TestDatabase.h2());
  }
}
