package org.drover.wps.catalogue;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.process.registry.Offering;
import org.drover.wps.security.AccessRules;
import org.drover.wps.security.Caller;
import org.drover.wps.security.ProcessAccess;

/** The catalogue as each caller sees it: a process one may not see does not exist. */
@Dependent
public class CallerCatalogue {

  /** Callers whose view is remembered. */
  private static final int MOST = 1000;

  private final Catalogue catalogue;
  private final ProcessAccess access;
  private volatile View view = new View(List.of(), AccessRules.NONE, new ConcurrentHashMap<>());

  @Inject
  public CallerCatalogue(Catalogue catalogue, ProcessAccess access) {
    this.catalogue = catalogue;
    this.access = access;
  }

  /** Rises with each change of the catalogue, whoever may see it. */
  public long updateSequence() {
    return catalogue.updateSequence();
  }

  /** Identifiers of the processes that do not exist for a caller. */
  @SuppressWarnings("ReferenceEquality") // asked for each request: comparing would cost
  public Set<String> hiddenFrom(Caller caller) {
    AccessRules rules = access.rules();
    List<Offering> offerings = catalogue.listOfferings();
    View known = view;
    if (known.offerings != offerings || known.rules != rules || known.hidden.size() > MOST) {
      known = new View(offerings, rules, new ConcurrentHashMap<>());
      view = known;
    }
    return known.hidden.computeIfAbsent(caller, known::computeHidden);
  }

  /** What these offerings and rules hide, for callers who have asked. */
  private record View(
      List<Offering> offerings, AccessRules rules, Map<Caller, Set<String>> hidden) {

    Set<String> computeHidden(Caller caller) {
      return offerings.stream()
          .map(it -> it.description().id())
          .filter(id -> !rules.maySee(caller, id))
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  /** All processes but the hidden ones, by identifier. */
  public List<Offering> listBut(Set<String> hidden) {
    return catalogue.listOfferings().stream()
        .filter(it -> !hidden.contains(it.description().id()))
        .toList();
  }

  public Optional<Offering> findOffering(String process, Caller caller) {
    return catalogue
        .findOffering(process)
        .filter(it -> access.rules().maySee(caller, it.description().id()));
  }

  /**
   * A process to run.
   *
   * @throws WpsException NO_SUCH_PROCESS; NOT_AUTHENTICATED for an anonymous caller or FORBIDDEN
   *     for another who may see it, but not run it. Locator: the process
   */
  public Offering getRunnable(String process, Caller caller) {
    AccessRules rules = access.rules();
    Offering offering =
        catalogue
            .findOffering(process)
            .filter(it -> rules.maySee(caller, it.description().id()))
            .orElseThrow(() -> unknown(process));
    if (!rules.mayRun(caller, process)) {
      throw caller.isAnonymous()
          ? new WpsException(
              Fault.NOT_AUTHENTICATED, process, "To run process '" + process + "', log in.")
          : new WpsException(
              Fault.FORBIDDEN, process, "You may see process '" + process + "', but not run it.");
    }
    return offering;
  }

  private static WpsException unknown(String process) {
    return new WpsException(
        Fault.NO_SUCH_PROCESS,
        process,
        "There is no process '" + process + "'. GetCapabilities lists those on offer.");
  }
}
