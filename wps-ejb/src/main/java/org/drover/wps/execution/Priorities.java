package org.drover.wps.execution;

import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.job.JobTerms;
import org.drover.wps.security.Caller;
import org.drover.wps.security.Roles;

/** Who may give a job which priority: lower than usual everybody, higher an administrator. */
final class Priorities {

  private Priorities() {}

  /**
   * Checks the priority a caller asks for.
   *
   * @throws WpsException INVALID_INPUT if there is no such priority, FORBIDDEN if it is not for the
   *     caller
   */
  static void check(int priority, Caller caller) {
    if (priority < JobTerms.LOWEST_PRIORITY || priority > JobTerms.HIGHEST_PRIORITY) {
      throw new WpsException(
          Fault.INVALID_INPUT,
          ExecuteRequest.PRIORITY,
          "A priority is a whole number from "
              + JobTerms.LOWEST_PRIORITY
              + " to "
              + JobTerms.HIGHEST_PRIORITY
              + ".");
    }
    if (priority > 0 && !caller.holds(Roles.ADMINISTER)) {
      throw new WpsException(
          Fault.FORBIDDEN,
          ExecuteRequest.PRIORITY,
          "Only administrators raise a priority above 0. Leave it out, or lower it.");
    }
  }
}
