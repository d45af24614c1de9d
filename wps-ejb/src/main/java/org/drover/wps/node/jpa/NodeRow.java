package org.drover.wps.node.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.drover.wps.config.NodeRole;
import org.drover.wps.node.NodeRun;
import org.drover.wps.node.SeenNode;
import org.drover.wps.node.ServerProcess;
import org.hibernate.annotations.Formula;

/** A row of {@code drover.node}, as read. */
@Entity
@Table(name = "node", schema = "drover")
public class NodeRow {

  @Id private String name;
  private UUID run;
  private String process;

  @Enumerated(EnumType.STRING)
  private NodeRole role;

  private Instant joined;
  private Instant seen;

  @Formula("(CASE WHEN alive_until > CURRENT_TIMESTAMP THEN 1 ELSE 0 END)")
  private int alive;

  @Formula("(SELECT COUNT(*) FROM drover.job j WHERE j.status = 'RUNNING' AND j.lease_node = name)")
  private long running;

  protected NodeRow() {}

  SeenNode toNode() {
    return new SeenNode(
        new NodeRun(name, run, new ServerProcess(process)),
        role,
        joined,
        seen,
        alive == 1,
        running);
  }
}
