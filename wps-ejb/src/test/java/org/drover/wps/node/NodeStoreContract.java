package org.drover.wps.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.drover.wps.database.Stores;
import org.drover.wps.database.TestDatabase;
import org.junit.jupiter.api.Test;

/** What every {@link NodeStore} does. */
public abstract class NodeStoreContract {

  private final Stores stores;
  private final NodeStore nodes;

  protected NodeStoreContract(TestDatabase database) {
    stores = new Stores(database);
    nodes = stores.nodes;
  }

  @Test
  void aNameBelongsToOneRunAtATime() {
    NodeRun first = NodeRun.begin("n1");
    NodeRun second = NodeRun.begin("n1");

    assertThat(nodes.join(first, Stores.LEASE)).isTrue();
    assertThat(nodes.join(second, Stores.LEASE)).isFalse();
    assertThat(nodes.join(first, Stores.LEASE)).isTrue();
    assertThat(nodes.join(NodeRun.begin("n2"), Stores.LEASE)).isTrue();
    assertThat(nodes.find("n1").orElseThrow().run()).isEqualTo(first);
  }

  @Test
  void aNameIsFreeOnceItsLeaseHasRunOut() {
    NodeRun dead = NodeRun.begin("n1");
    nodes.join(dead, Stores.LEASE);
    stores.database.execute("UPDATE drover.node SET alive_until = CURRENT_TIMESTAMP");
    assertThat(nodes.find("n1").orElseThrow().alive()).isFalse();

    NodeRun next = NodeRun.begin("n1");
    assertThat(nodes.join(next, Stores.LEASE)).isTrue();
    assertThat(nodes.join(dead, Stores.LEASE)).isFalse();
    assertThat(nodes.find("n1").orElseThrow().run()).isEqualTo(next);
  }

  @Test
  void oneThatLeavesFreesItsNameAndNoOther() {
    NodeRun run = NodeRun.begin("n1");
    nodes.join(run, Stores.LEASE);

    nodes.leave(NodeRun.begin("n1"));
    assertThat(nodes.find("n1").orElseThrow().alive()).isTrue();
    nodes.leave(run);
    assertThat(nodes.find("n1").orElseThrow().alive()).isFalse();
    assertThat(nodes.join(NodeRun.begin("n1"), Stores.LEASE)).isTrue();
  }

  @Test
  void theListTellsWhoLivesAndHowMuchEachRuns() {
    nodes.join(NodeRun.begin("n2"), Stores.LEASE);
    nodes.join(NodeRun.begin("n1"), Stores.LEASE);
    stores.start();
    stores.start();

    assertThat(nodes.list())
        .extracting(it -> it.run().name(), SeenNode::alive, SeenNode::running)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("n1", true, 2L),
            org.assertj.core.groups.Tuple.tuple("n2", true, 0L));
    assertThat(nodes.find("n3")).isEmpty();
  }

  @Test
  void oneThatIsLongGoneIsForgotten() {
    nodes.join(NodeRun.begin("old"), Stores.LEASE);
    stores.database.execute(
        "UPDATE drover.node SET alive_until = CURRENT_TIMESTAMP - INTERVAL '8' DAY");
    nodes.join(NodeRun.begin("new"), Stores.LEASE);

    assertThat(nodes.find("old")).isEmpty();
  }
}
