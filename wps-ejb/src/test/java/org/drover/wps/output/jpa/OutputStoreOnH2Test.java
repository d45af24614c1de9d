package org.drover.wps.output.jpa;

import org.drover.wps.database.TestDatabase;
import org.drover.wps.output.OutputStoreContract;

final class OutputStoreOnH2Test extends OutputStoreContract {
  OutputStoreOnH2Test() {
    super(TestDatabase.h2());
  }
}
