package org.drover.wps.admin;

import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.security.Caller;
import org.drover.wps.security.Roles;

/** Lets administrators pass. */
final class Administrators {

  private Administrators() {}

  /**
   * @throws WpsException NOT_AUTHENTICATED or FORBIDDEN for everybody else
   */
  static void require(Caller caller) {
    if (caller.holds(Roles.ADMINISTER)) {
      return;
    }
    if (caller.isAnonymous()) {
      throw new WpsException(Fault.NOT_AUTHENTICATED, "Log in as an administrator.");
    }
    throw new WpsException(
        Fault.FORBIDDEN, "Only users with the role '" + Roles.ADMINISTER + "' may do this.");
  }
}
