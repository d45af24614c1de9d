package org.drover.wps.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.drover.wps.error.WpsException;
import org.drover.wps.security.Caller;

/** Tells which backends this node can have work done by, and what is wrong with them. */
@ApplicationScoped
public class GetBackends {

  @Inject private BackendUse backends;

  /**
   * How the backends stand now.
   *
   * @throws WpsException NOT_AUTHENTICATED, FORBIDDEN for those who do not administer
   */
  public List<BackendReport> get(Caller caller) {
    Administrators.require(caller);
    return backends.report();
  }
}
