package org.drover.wps.output.jpa;

import org.drover.wps.output.OutputStoreContract;
import org.drover.wps.database.TestDatabase;

final class OutputStoreOnPostgreSqlTest extends OutputStoreContract {
  OutputStoreOnPostgreSqlTest() {
    super(TestDatabase.postgresql());
  }
}
