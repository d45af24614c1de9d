package org.drover.wps.node.jpa;

import org.drover.wps.database.TestDatabase;
import org.drover.wps.node.NodeStoreContract;

final class NodeStoreOnPostgreSqlTest extends NodeStoreContract {
  NodeStoreOnPostgreSqlTest() {
    super(TestDatabase.postgresql());
  }
}
