package org.drover.wps.deploy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.drover.wps.error.WpsException;
import org.drover.wps.security.Caller;

/** Gives back what was sent to deploy or replace a process (20-044 §6.6). */
@ApplicationScoped
public class GetPackage {

  @Inject private OwnPackages own;

  /**
   * The package of a process.
   *
   * @throws WpsException NOT_AUTHENTICATED, FORBIDDEN, NO_SUCH_PROCESS also where it was not
   *     deployed
   */
  public SentPackage get(String process, Caller caller) {
    return own.getReadable(process, caller).sent();
  }
}
