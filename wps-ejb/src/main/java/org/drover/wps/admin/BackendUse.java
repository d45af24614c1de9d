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

/** Finds out which processes need which backends, and how those stand. */
@ApplicationScoped
class BackendUse {

  @Inject private Backends backends;
  @Inject private Outside outside;

  /** Why a backend carries out nothing at present; empty when all is well. */
  Optional<String> problem(String name) {
    return backends
        .find(name)
        .map(Backend::problem)
        .orElse(Optional.of("This server has no backend '" + name + "'."));
  }

  /** All this node can have work done by, needed or not, and all that are needed. */
  List<BackendReport> report() {
    return Stream.concat(backends.list().stream().map(Backend::name), used().stream())
        .distinct()
        .map(it -> new BackendReport(it, problem(it), users(it)))
        .toList();
  }

  /** Names of those that processes need, by what is configured now. */
  Set<String> used() {
    return ProcessRegistry.get().listOfferings().stream()
        .flatMap(this::places)
        .filter(it -> !it.equals(Backends.LOCAL))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<String> users(String backend) {
    return ProcessRegistry.get().listOfferings().stream()
        .filter(it -> places(it).anyMatch(backend::equals))
        .map(it -> it.description().id())
        .distinct()
        .sorted()
        .toList();
  }

  /** Jobs of a process that estimates may wait in the queue of long ones. */
  private Stream<String> places(Offering offering) {
    String own = offering.description().queue();
    return Stream.concat(Stream.of(own), offering.estimator().stream().map(it -> Queues.LONG))
        .distinct()
        .map(queue -> outside.place(offering, queue));
  }
}
