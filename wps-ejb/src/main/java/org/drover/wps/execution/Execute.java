package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import org.drover.wps.security.Caller;

/** Runs a process now, or accepts a job for it. */
@ApplicationScoped
public class Execute {

  /** Opens the folder for the large inputs of one request; the protocol closes it at the end. */
  public Intake openIntake() {
    throw new IllegalStateException("being built");
  }

  /**
   * Executes.
   *
   * @param intake where large inputs of the request lie; a job takes them over
   * @return the finished outputs, or the accepted job; the caller closes it
   * @throws org.drover.wps.error.WpsException if the request cannot be accepted or the run fails
   */
  public ExecuteAnswer execute(ExecuteRequest request, Caller caller, Intake intake) {
    throw new IllegalStateException("being built");
  }
}
