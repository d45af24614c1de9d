package org.drover.wps.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.drover.wps.node.NodeStore;

/** Tells anybody whether this node does its work. */
@ApplicationScoped
public class GetHealth {

  private static final Logger LOG = System.getLogger(GetHealth.class.getName());

  @Inject private NodeStore nodes;
  @Inject private EngineWatch engines;

  /** How things stand now; the engines, a few seconds ago. */
  public Health get() {
    return new Health(databaseAnswers(), engines.list(), EngineWatch.REQUIRED.get());
  }

  private boolean databaseAnswers() {
    try {
      nodes.list();
      return true;
    } catch (RuntimeException e) { // whatever keeps it from answering
      LOG.log(Level.DEBUG, "The database does not answer", e);
      return false;
    }
  }
}
