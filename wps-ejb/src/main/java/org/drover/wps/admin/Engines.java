package org.drover.wps.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drover.wps.backend.Backend;
import org.drover.wps.backend.Backends;
import org.drover.wps.execution.outside.Outside;
import org.drover.wps.process.registry.Offering;
import org.drover.wps.process.registry.ProcessRegistry;
import org.drover.wps.queue.Queues;

/** Finds out which processes need which engines, and how those stand. */
@ApplicationScoped
class Engines {

  @Inject private Backends backends;
  @Inject private Outside outside;

  /** Why an engine carries out nothing at present; empty when all is well. */
  Optional<String> problem(String name) {
    return backends
        .find(name)
        .map(Backend::problem)
        .orElse(Optional.of("This server has no backend '" + name + "'."));
  }

  /** All this node can have work done by, needed or not. */
  List<EngineReport> report() {
    return backends.list().stream()
        .map(it -> new EngineReport(it.name(), it.problem(), users(it.name())))
        .toList();
  }

  /** Names of those that processes need, by what is configured now. */
  Set<String> used() {
    return backends.list().stream()
        .map(Backend::name)
        .filter(it -> !users(it).isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<String> users(String backend) {
    return ProcessRegistry.get().listOfferings().stream()
        .filter(it -> isPlacedOn(backend, it))
        .map(it -> it.description().id())
        .distinct()
        .sorted()
        .toList();
  }

  private boolean isPlacedOn(String backend, Offering offering) {
    return Stream.of(Queues.SHORT, Queues.LONG)
        .anyMatch(queue -> outside.place(offering, queue).equals(backend));
  }
}
