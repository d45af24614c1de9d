package org.drover.wps.output.jpa;

import org.drover.wps.database.TestDatabase;
import org.drover.wps.output.OutputStoreContract;

final class OutputStoreOnPostgreSqlTest extends OutputStoreContract {
  OutputStoreOnPostgreSqlTest() {
    super(TestDatabase.postgresql());
  }
}
