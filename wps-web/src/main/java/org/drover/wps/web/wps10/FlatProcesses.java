package org.drover.wps.web.wps10;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.drover.wps.catalogue.CallerCatalogue;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.process.describe.ProcessDescription;
import org.drover.wps.process.registry.Offering;
import org.drover.wps.security.Caller;
import org.drover.wps.web.ows.Call;
import org.drover.wps.web.ows.HiddenProcesses;
import org.drover.wps.web.ows.OwsException;

/**
 * The catalogue as far as WPS 1.0 has words for it. Nested outputs are shown as outputs named by
 * their paths; a process with nested inputs is not offered, as its groups could not be told apart.
 */
final class FlatProcesses {

  private final CallerCatalogue catalogue;

  FlatProcesses(CallerCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  long updateSequence() {
    return catalogue.updateSequence();
  }

  /** Identifiers of the processes that do not exist for a caller. */
  Set<String> hiddenFrom(Call call) {
    return HiddenProcesses.of(call, catalogue);
  }

  /**
   * All processes but the hidden ones.
   *
   * @throws OwsException if none is left: the schemas want one at least
   */
  List<ProcessDescription> listBut(Set<String> hidden) {
    List<ProcessDescription> listed =
        catalogue.listBut(hidden).stream()
            .map(Offering::description)
            .filter(it -> !it.nestsInputs())
            .toList();
    if (listed.isEmpty()) {
      throw OwsException.withStatus(
          404, "No process you may see can be told of in WPS 1.0.0. Ask with WPS 2.0.0.");
    }
    return listed;
  }

  Optional<ProcessDescription> find(String process, Caller caller) {
    return catalogue
        .findOffering(process, caller)
        .map(Offering::description)
        .filter(it -> !it.nestsInputs());
  }

  /**
   * A process to run.
   *
   * @throws WpsException as {@link CallerCatalogue#getRunnable} does, and for nested inputs
   */
  ProcessDescription getRunnable(String process, Caller caller) {
    ProcessDescription found = catalogue.getRunnable(process, caller).description();
    if (found.nestsInputs()) {
      throw new WpsException(
          Fault.NO_SUCH_PROCESS,
          process,
          "Process '"
              + process
              + "' has nested inputs, for which WPS 1.0.0 has no words. Use WPS 2.0.0 or OGC API -"
              + " Processes.");
    }
    return found;
  }
}
