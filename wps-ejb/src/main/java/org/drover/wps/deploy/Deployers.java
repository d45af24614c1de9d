package org.drover.wps.deploy;

import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.security.Caller;
import org.drover.wps.security.Roles;

/** Lets those pass who may deploy. */
final class Deployers {

  private Deployers() {}

  /**
   * @throws WpsException NOT_AUTHENTICATED or FORBIDDEN for everybody without the role
   */
  static void require(Caller caller) {
    if (caller.holds(Roles.DEPLOY) || caller.holds(Roles.ADMINISTER)) {
      return;
    }
    if (caller.isAnonymous()) {
      throw new WpsException(Fault.NOT_AUTHENTICATED, "To deploy processes, log in.");
    }
    throw new WpsException(
        Fault.FORBIDDEN, "Only users with the role '" + Roles.DEPLOY + "' may do this.");
  }
}
