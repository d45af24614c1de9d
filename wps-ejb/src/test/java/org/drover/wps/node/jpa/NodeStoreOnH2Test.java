package org.drover.wps.node.jpa;

import org.drover.wps.database.TestDatabase;
import org.drover.wps.node.NodeStoreContract;

final class NodeStoreOnH2Test extends NodeStoreContract {
  NodeStoreOnH2Test() {
    super(TestDatabase.h2());
  }
}
