package org.drover.wps.execution.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import org.drover.wps.database.Stores;
import org.drover.wps.database.TestDatabase;
import org.drover.wps.database.Wiring;
import org.drover.wps.node.NodeRun;
import org.drover.wps.node.ServerProcess;
import org.junit.jupiter.api.Test;

class PresenceTest {

  private final Stores stores = new Stores(TestDatabase.h2());

  private Presence server(String process) {
    NodeRun run = new NodeRun("n1", java.util.UUID.randomUUID(), new ServerProcess(process));
    return Wiring.wire(new Presence(run), stores.nodes);
  }

  @Test
  void aSecondServerOfOneNameWaitsUntilTheFirstHasGone() {
    Presence first = server("");
    Presence second = server("");
    assertThat(first.keep()).isTrue();
    assertThat(second.keep()).isFalse();
    assertThat(first.keep()).isTrue();
    assertThat(second.keep()).isFalse();

    first.leave();
    assertThat(second.keep()).isTrue();
    assertThat(first.keep()).isFalse();
  }

  @Test
  void aServerStartedAgainNeedNotWaitForTheOneThatDiedHere() {
    String[] own = ServerProcess.own().text().split(" ", -1);
    assertThat(server(own[0] + " " + own[1] + " 1 " + own[3]).keep()).isTrue();
    assertThat(server(ServerProcess.own().text()).keep()).isTrue();
  }
}
