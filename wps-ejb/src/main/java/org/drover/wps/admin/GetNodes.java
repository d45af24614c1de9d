package org.drover.wps.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.drover.wps.error.WpsException;
import org.drover.wps.node.NodeStore;
import org.drover.wps.node.SeenNode;
import org.drover.wps.security.Caller;

/** Tells which nodes there are. */
@ApplicationScoped
public class GetNodes {

  @Inject private NodeStore nodes;

  /**
   * The nodes seen in the last days, dead or alive.
   *
   * @throws WpsException NOT_AUTHENTICATED, FORBIDDEN for those who do not administer
   */
  public List<SeenNode> get(Caller caller) {
    Administrators.require(caller);
    return nodes.list();
  }
}
