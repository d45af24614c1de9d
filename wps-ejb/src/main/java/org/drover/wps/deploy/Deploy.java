package org.drover.wps.deploy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.drover.wps.catalogue.Catalogue;
import org.drover.wps.config.Setting;
import org.drover.wps.deploy.PackageRefusedException.Reason;
import org.drover.wps.error.WpsException;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.process.registry.Offering;
import org.drover.wps.security.Caller;

/** Deploys a process (20-044 §6.3). */
@ApplicationScoped
public class Deploy {

  /** How many processes may be deployed. */
  static final Setting<Long> MOST = Setting.number("drover.deploy.most", 200);

  @Inject private PackageCheck check;
  @Inject private PackageStore store;
  @Inject private Catalogue catalogue;
  @Inject private DeployedProcesses deployed;

  /**
   * Deploys a process, and offers it.
   *
   * @param tool which tool is meant where the package has several
   * @return the process as it is offered
   * @throws WpsException NOT_AUTHENTICATED, FORBIDDEN; DATA_NOT_ACCESSIBLE for a unit it links to
   * @throws PackageRefusedException if the package is not taken
   */
  public ProcessDescription deploy(SentPackage sent, Optional<String> tool, Caller caller) {
    Deployers.require(caller);
    NewPackage made = check.check(sent, Optional.empty(), tool);
    requireFree(made.process());
    store.create(made, caller.name(), MOST.get());
    deployed.look();
    return catalogue
        .findOffering(made.process())
        .map(Offering::description)
        .orElseThrow(() -> new IllegalStateException(made.process() + " is not offered"));
  }

  private void requireFree(String process) {
    Optional<Offering> taken = catalogue.findOffering(process);
    if (taken.isPresent() && !taken.get().description().mutable()) {
      throw immutable(process);
    }
  }

  static PackageRefusedException immutable(String process) {
    return new PackageRefusedException(
        Reason.IMMUTABLE,
        "Process '"
            + process
            + "' belongs to the server and cannot be changed; choose another id.");
  }
}
