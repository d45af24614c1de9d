package org.drover.wps.deploy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.drover.wps.error.WpsException;
import org.drover.wps.security.Caller;

/** Undeploys a process (20-044 §6.5). Jobs that run go on; those that wait fail and say why. */
@ApplicationScoped
public class Undeploy {

  @Inject private PackageStore store;
  @Inject private OwnPackages own;
  @Inject private DeployedProcesses deployed;

  /**
   * Undeploys a process.
   *
   * @throws WpsException NOT_AUTHENTICATED, FORBIDDEN, NO_SUCH_PROCESS
   * @throws PackageRefusedException IMMUTABLE for a process that was not deployed
   */
  public void undeploy(String process, Caller caller) {
    own.requireChangeable(process, caller);
    if (!store.remove(process)) {
      throw OwnPackages.unknown(process);
    }
    deployed.look();
  }
}
