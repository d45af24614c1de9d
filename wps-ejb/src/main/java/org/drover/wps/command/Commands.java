package org.drover.wps.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.drover.wps.backend.Backend;
import org.drover.wps.backend.Backends;
import org.drover.wps.backend.sandbox.HostSandbox;
import org.drover.wps.backend.sandbox.Programs;
import org.drover.wps.process.registry.Offering;

/**
 * The command processes described by the files in some folders. A file that cannot be read leaves
 * what it described before, and all other files, as they are.
 */
final class Commands {

  private static final Logger LOG = System.getLogger(Commands.class.getName());

  private final Backends backends;
  private final Consumer<List<Offering>> offer;
  private final Map<Path, Loaded> loaded = new TreeMap<>();
  private Set<String> told = Set.of();
  private List<Offering> offered = List.of();
  private volatile CommandReport report = new CommandReport(List.of(), List.of());

  /** A file as last looked at. */
  private record Loaded(Stamps stamps, Optional<Command> command, Optional<String> mistake) {}

  private record Command(CommandDefinition definition, Offering offering) {}

  /** When files were last changed, and how long they are; a missing one has none. */
  private record Stamps(Map<Path, String> all) {
    static Stamps of(Collection<Path> files) {
      Map<Path, String> all = new HashMap<>();
      for (Path each : files) {
        try {
          all.put(each, Files.getLastModifiedTime(each) + " " + Files.size(each));
        } catch (IOException e) {
          all.put(each, "");
        }
      }
      return new Stamps(all);
    }
  }

  /**
   * @param offer told of all offerings whenever they change
   */
  Commands(Backends backends, Consumer<List<Offering>> offer) {
    this.backends = backends;
    this.offer = offer;
  }

  /** Looks at the folders, and offers what has changed; a folder need not be there. */
  void look(List<Path> folders) {
    List<Path> files = folders.stream().flatMap(it -> descriptions(it).stream()).toList();
    loaded.keySet().retainAll(files);
    told = files.isEmpty() ? Set.of() : told;
    files.forEach(this::load);
    List<Offering> now = files.isEmpty() ? List.of() : usable();
    report = report(now);
    if (!now.equals(offered)) {
      offered = now;
      offer.accept(now);
      LOG.log(
          Level.INFO,
          "Commands offered as processes: {0}",
          now.stream().map(it -> it.description().id()).toList());
    }
  }

  /** How things were at the last look. */
  CommandReport report() {
    return report;
  }

  private CommandReport report(List<Offering> now) {
    List<String> problems = new ArrayList<>(told);
    loaded.values().forEach(it -> it.mistake.ifPresent(problems::add));
    return new CommandReport(
        now.stream().map(it -> it.description().id()).toList(),
        problems.stream().sorted().toList());
  }

  private static List<Path> descriptions(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(it -> it.getFileName().toString().matches("[^.].*\\.ya?ml"))
          .sorted()
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void load(Path file) {
    Loaded before = loaded.get(file);
    if (before == null || !Stamps.of(before.stamps.all.keySet()).equals(before.stamps)) {
      Optional<Command> earlier = before == null ? Optional.empty() : before.command;
      loaded.put(file, read(file, earlier));
    }
  }

  private Loaded read(Path file, Optional<Command> earlier) {
    Stamps alone = Stamps.of(List.of(file));
    try {
      CommandDefinition definition = CommandReader.read(file);
      List<Path> all = new ArrayList<>(definition.scripts().values());
      all.add(file);
      Offering offering = new CommandProcess(definition, backends).offering();
      return new Loaded(
          Stamps.of(all), Optional.of(new Command(definition, offering)), Optional.empty());
    } catch (InvalidCommandFileException | IOException e) {
      String mistake = e instanceof IOException ? e.toString() : e.getMessage();
      LOG.log(
          Level.ERROR,
          "A command is not offered{0}: {1}",
          earlier.isPresent() ? " as its file says now, but as before" : "",
          mistake);
      return new Loaded(alone, earlier, Optional.of(mistake));
    }
  }

  /** Those whose programs are there, and each identifier once. What is left out is told once. */
  private List<Offering> usable() {
    Set<String> problems = new HashSet<>();
    Map<String, Offering> byId = new TreeMap<>();
    loaded.forEach(
        (file, each) ->
            each.command.ifPresent(
                it ->
                    problem(it, byId)
                        .ifPresentOrElse(
                            why -> problems.add(file.getFileName() + ": " + why),
                            () -> byId.put(it.definition.description().id(), it.offering))));
    problems.stream()
        .filter(it -> !told.contains(it))
        .forEach(it -> LOG.log(Level.WARNING, "Not offered as a process: {0}", it));
    told = problems;
    return List.copyOf(byId.values());
  }

  private Optional<String> problem(Command command, Map<String, Offering> taken) {
    String id = command.definition.description().id();
    if (taken.containsKey(id)) {
      return Optional.of("another file describes process " + id + ", too");
    }
    String name = command.definition.backend(backends, command.definition.description().queue());
    Optional<Backend> backend = backends.find(name);
    if (backend.isEmpty()) {
      return Optional.of("this server has no backend '" + name + "'");
    }
    return name.equals(HostSandbox.NAME)
        ? backend.get().problem().or(() -> missing(command.definition))
        : Optional.empty(); // an engine that is away delays jobs, and may have other programs
  }

  private static Optional<String> missing(CommandDefinition definition) {
    return definition.needs().stream()
        .filter(it -> Programs.find(it.program()).isEmpty())
        .findFirst()
        .map(
            it ->
                "the program "
                    + it.program()
                    + " is missing"
                    + it.debianPackage().map(name -> "; install " + name).orElse(""));
  }
}
