package org.drover.wps.deploy.jpa;

import org.drover.wps.database.TestDatabase;
import org.drover.wps.deploy.PackageStoreContract;

final class PackageStoreOnH2Test extends PackageStoreContract {
  PackageStoreOnH2Test() {
    super(TestDatabase.h2());
  }
}
