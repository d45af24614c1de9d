package org.drover.wps.deploy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.drover.wps.deploy.PackageRefusedException.Reason;
import org.drover.wps.error.WpsException;
import org.drover.wps.security.Caller;

/** Replaces a deployed process (20-044 §6.4). Jobs that run go on with what they began with. */
@ApplicationScoped
public class Replace {

  @Inject private PackageCheck check;
  @Inject private PackageStore store;
  @Inject private OwnPackages own;
  @Inject private DeployedProcesses deployed;

  /**
   * Replaces a process.
   *
   * @param tool which tool is meant where the package has several
   * @throws WpsException NOT_AUTHENTICATED, FORBIDDEN, NO_SUCH_PROCESS; DATA_NOT_ACCESSIBLE for a
   *     unit it links to
   * @throws PackageRefusedException if the package is not taken, or the process is not to be
   *     changed
   */
  public void replace(String process, SentPackage sent, Optional<String> tool, Caller caller) {
    own.requireChangeable(process, caller);
    NewPackage made = check.check(sent, Optional.of(process), tool);
    if (!made.process().equals(process)) {
      throw new PackageRefusedException(
          Reason.INVALID,
          "The package is of process '"
              + made.process()
              + "', and the address of '"
              + process
              + "'.");
    }
    if (store.replace(made).isEmpty()) {
      throw OwnPackages.unknown(process);
    }
    deployed.look();
  }
}
