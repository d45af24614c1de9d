package org.drover.wps.deploy.jpa;

import org.drover.wps.database.TestDatabase;
import org.drover.wps.deploy.PackageStoreContract;

final class PackageStoreOnPostgreSqlTest extends PackageStoreContract {
  PackageStoreOnPostgreSqlTest() {
    super(TestDatabase.postgresql());
  }
}
