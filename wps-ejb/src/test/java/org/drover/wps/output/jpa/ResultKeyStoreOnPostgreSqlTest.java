package org.drover.wps.output.jpa;

import org.drover.wps.database.TestDatabase;
import org.drover.wps.output.ResultKeyStoreContract;

final class ResultKeyStoreOnPostgreSqlTest extends ResultKeyStoreContract {
  ResultKeyStoreOnPostgreSqlTest() {
    super(TestDatabase.postgresql());
  }
}
