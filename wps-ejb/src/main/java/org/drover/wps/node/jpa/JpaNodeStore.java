package org.drover.wps.node.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.drover.wps.config.Node;
import org.drover.wps.node.NodeRun;
import org.drover.wps.node.NodeStore;
import org.drover.wps.node.SeenNode;

/** Nodes in the database. */
@ApplicationScoped
public class JpaNodeStore implements NodeStore {

  private static final String LEASE =
      " seen = CURRENT_TIMESTAMP, role = :role,"
          + " alive_until = CURRENT_TIMESTAMP + CAST(:lease AS bigint) * INTERVAL '1' SECOND";

  /** Days after which a node that is gone is forgotten. */
  private static final int REMEMBERED = 7;

  @PersistenceContext private EntityManager entities;

  @Override
  @Transactional
  public boolean join(NodeRun run, Duration lease) {
    return keep(run, lease) || replace(run, lease) || insert(run, lease);
  }

  private boolean keep(NodeRun run, Duration lease) {
    return entities
            .createNativeQuery(
                "UPDATE drover.node SET" + LEASE + " WHERE name = :name AND run = :run")
            .setParameter("name", run.name())
            .setParameter("run", run.id())
            .setParameter("lease", lease.toSeconds())
            .setParameter("role", Node.ROLE.get().name())
            .executeUpdate()
        == 1;
  }

  private boolean replace(NodeRun run, Duration lease) {
    return entities
            .createNativeQuery(
                "UPDATE drover.node SET run = :run, process = :process, joined = CURRENT_TIMESTAMP,"
                    + LEASE
                    + " WHERE name = :name AND alive_until <= CURRENT_TIMESTAMP")
            .setParameter("name", run.name())
            .setParameter("run", run.id())
            .setParameter("process", run.process().text())
            .setParameter("lease", lease.toSeconds())
            .setParameter("role", Node.ROLE.get().name())
            .executeUpdate()
        == 1;
  }

  /** Two that come at once with a new name: the second fails at the primary key and asks again. */
  private boolean insert(NodeRun run, Duration lease) {
    forgetLongGone();
    return entities
            .createNativeQuery(
                "INSERT INTO drover.node (name, run, process, role, alive_until)"
                    + " SELECT :name, CAST(:run AS uuid), :process, :role,"
                    + " CURRENT_TIMESTAMP + CAST(:lease AS bigint) * INTERVAL '1' SECOND"
                    + " WHERE NOT EXISTS (SELECT 1 FROM drover.node WHERE name = :name)")
            .setParameter("name", run.name())
            .setParameter("run", run.id())
            .setParameter("process", run.process().text())
            .setParameter("lease", lease.toSeconds())
            .setParameter("role", Node.ROLE.get().name())
            .executeUpdate()
        == 1;
  }

  private void forgetLongGone() {
    entities
        .createNativeQuery(
            "DELETE FROM drover.node WHERE alive_until <"
                + " CURRENT_TIMESTAMP - CAST(:days AS bigint) * INTERVAL '1' DAY")
        .setParameter("days", REMEMBERED)
        .executeUpdate();
  }

  @Override
  @Transactional
  public void leave(NodeRun run) {
    entities
        .createNativeQuery(
            "UPDATE drover.node SET alive_until = CURRENT_TIMESTAMP"
                + " WHERE name = :name AND run = :run AND alive_until > CURRENT_TIMESTAMP")
        .setParameter("name", run.name())
        .setParameter("run", run.id())
        .executeUpdate();
  }

  @Override
  public void ping() {
    entities.createNativeQuery("SELECT 1").getSingleResult();
  }

  @Override
  public Optional<SeenNode> find(String name) {
    return entities
        .createQuery("SELECT n FROM NodeRow n WHERE n.name = :name", NodeRow.class)
        .setParameter("name", name)
        .getResultList()
        .stream()
        .map(NodeRow::toNode)
        .findFirst();
  }

  @Override
  public List<SeenNode> list() {
    return entities
        .createQuery("SELECT n FROM NodeRow n ORDER BY n.name", NodeRow.class)
        .getResultList()
        .stream()
        .map(NodeRow::toNode)
        .toList();
  }
}
