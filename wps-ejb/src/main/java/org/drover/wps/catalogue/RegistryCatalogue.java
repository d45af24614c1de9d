package org.drover.wps.catalogue;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.drover.wps.config.Setting;
import org.drover.wps.process.registry.Offering;
import org.drover.wps.process.registry.ProcessRegistry;
import org.drover.wps.queue.Queues;

/** The processes of all deployments, as the registry tells them. */
@ApplicationScoped
public class RegistryCatalogue implements Catalogue {

  /** Whether processes for test suites of standards are offered. */
  public static final Setting<Boolean> CONFORMANCE =
      Setting.flag("drover.conformance.processes", false);

  private static final Logger LOG = System.getLogger(RegistryCatalogue.class.getName());

  @Inject private UpdateSequence sequence;

  private final Consumer<List<Offering>> listener = this::changed;
  private volatile Map<String, Offering> offerings = Map.of();
  private volatile List<Offering> listed = List.of();

  @PostConstruct
  void start() {
    ProcessRegistry.get().listen(listener);
  }

  @PreDestroy
  void stop() {
    ProcessRegistry.get().forget(listener);
  }

  private void changed(List<Offering> all) {
    Map<String, Offering> byId = new TreeMap<>();
    List<Offering> fixedFirst =
        all.stream()
            .filter(RegistryCatalogue::isWanted)
            .sorted(Comparator.comparing(it -> it.description().mutable()))
            .toList();
    for (Offering offering : fixedFirst) {
      Offering earlier = byId.putIfAbsent(offering.description().id(), offering);
      if (earlier != null) {
        LOG.log(
            Level.ERROR,
            "Process {0} is offered twice; the one that came later, or can be replaced by clients,"
                + " is left out.",
            offering.description().id());
      }
    }
    offerings = byId;
    listed = List.copyOf(byId.values());
  }

  private static boolean isWanted(Offering offering) {
    return (!offering.description().conformance() || CONFORMANCE.get()) && hasQueue(offering);
  }

  private static boolean hasQueue(Offering offering) {
    boolean known = Queues.names().contains(offering.description().queue());
    if (!known) {
      LOG.log(
          Level.ERROR,
          "Process {0} is not offered: it names queue {1}, and there are only {2}.",
          offering.description().id(),
          offering.description().queue(),
          Queues.names());
    }
    return known;
  }

  @Override
  public List<Offering> listOfferings() {
    return listed;
  }

  @Override
  public Optional<Offering> findOffering(String process) {
    return Optional.ofNullable(offerings.get(process));
  }

  @Override
  public long updateSequence() {
    return sequence.of(listOfferings());
  }
}
