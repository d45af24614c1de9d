package org.drover.wps.deploy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.drover.wps.catalogue.CallerCatalogue;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.process.registry.Offering;
import org.drover.wps.security.Caller;
import org.drover.wps.security.Roles;

/** The packages a caller may look at or change. */
@ApplicationScoped
public class OwnPackages {

  @Inject private PackageStore store;
  @Inject private CallerCatalogue catalogue;

  /**
   * A package a caller may look at: one of a process the caller sees.
   *
   * @throws WpsException NOT_AUTHENTICATED, FORBIDDEN, NO_SUCH_PROCESS also where it was not
   *     deployed
   */
  StoredPackage getReadable(String process, Caller caller) {
    Deployers.require(caller);
    return store
        .findPackage(process)
        .filter(it -> isOf(caller, it) || catalogue.findOffering(process, caller).isPresent())
        .orElseThrow(() -> unknown(process));
  }

  /**
   * Requires that a caller may change the package of a process: its owner, and administrators.
   *
   * @throws WpsException NOT_AUTHENTICATED, FORBIDDEN, NO_SUCH_PROCESS
   * @throws PackageRefusedException IMMUTABLE
   */
  void requireChangeable(String process, Caller caller) {
    Deployers.require(caller);
    Optional<Offering> seen = catalogue.findOffering(process, caller);
    if (seen.isPresent() && !seen.get().description().mutable()) {
      throw Deploy.immutable(process);
    }
    if (!isOf(caller, getReadable(process, caller))) {
      throw new WpsException(
          Fault.FORBIDDEN,
          process,
          "Process '" + process + "' was deployed by somebody else, who can change it.");
    }
  }

  private static boolean isOf(Caller caller, StoredPackage stored) {
    return stored.owner().equals(caller.name()) || caller.holds(Roles.ADMINISTER);
  }

  static WpsException unknown(String process) {
    return new WpsException(
        Fault.NO_SUCH_PROCESS, process, "There is no deployed process '" + process + "'.");
  }
}
