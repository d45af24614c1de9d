package org.drover.wps.deploy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.drover.wps.command.CommandYaml;
import org.drover.wps.command.DescribedCommand;
import org.drover.wps.command.InvalidCommandFileException;
import org.drover.wps.process.registry.Offering;

/** The processes that the packages in the store make; each is read when its revision changes. */
final class DeployedOfferings {

  private static final Logger LOG = System.getLogger(DeployedOfferings.class.getName());

  private final PackageStore store;
  private final DescribedCommand commands;
  private final Consumer<List<Offering>> offer;
  private final Map<String, Loaded> loaded = new TreeMap<>();
  private long revision = -1;
  private List<Offering> offered = List.of();
  private Set<String> told = Set.of();

  private record Loaded(long revision, Optional<Command> command) {}

  private record Command(ObjectNode model, Offering offering) {}

  /**
   * @param offer told of all offerings whenever they change
   */
  DeployedOfferings(PackageStore store, DescribedCommand commands, Consumer<List<Offering>> offer) {
    this.store = store;
    this.commands = commands;
    this.offer = offer;
  }

  /**
   * Looks at the store, and offers what has changed; also what settings permit no more, or again.
   */
  synchronized void look() {
    long now = store.revision(); // first: what changes meanwhile is seen at the next look
    if (now != revision) {
      Map<String, Long> there = store.revisions();
      loaded.keySet().retainAll(there.keySet());
      there.forEach(this::load);
      revision = now;
    }
    List<Offering> permitted = permitted();
    if (!permitted.equals(offered)) {
      offered = permitted;
      offer.accept(permitted);
      LOG.log(
          Level.INFO,
          "Deployed processes offered: {0}",
          permitted.stream().map(it -> it.description().id()).toList());
    }
  }

  private void load(String process, long at) {
    if (!loaded.containsKey(process) || loaded.get(process).revision != at) {
      store
          .findPackage(process)
          .ifPresentOrElse(it -> loaded.put(process, read(it)), () -> loaded.remove(process));
    }
  }

  private Loaded read(StoredPackage stored) {
    String name = "package " + stored.process();
    try {
      ObjectNode model = (ObjectNode) CommandYaml.parse(name, stored.model());
      model.put("version", stored.version());
      Command command = new Command(model, commands.offering(name, model));
      return new Loaded(stored.revision(), Optional.of(command));
    } catch (InvalidCommandFileException e) { // checked when it was deployed, by another version
      LOG.log(Level.ERROR, "A deployed process is not offered: {0}", e.getMessage());
      return new Loaded(stored.revision(), Optional.empty());
    }
  }

  private List<Offering> permitted() {
    Set<String> problems = new HashSet<>();
    List<Offering> permitted =
        loaded.values().stream()
            .flatMap(it -> it.command.stream())
            .filter(it -> isPermitted(it, problems))
            .map(Command::offering)
            .toList();
    problems.stream()
        .filter(it -> !told.contains(it))
        .forEach(it -> LOG.log(Level.WARNING, "A deployed process is not offered: {0}", it));
    told = problems;
    return permitted;
  }

  private static boolean isPermitted(Command each, Set<String> problems) {
    String name = "package " + each.offering.description().id();
    try {
      PackagePolicy.check(name, each.model);
      return true;
    } catch (InvalidCommandFileException e) {
      problems.add(e.getMessage());
      return false;
    }
  }
}
