package org.drover.wps.backend.sandbox;

import java.io.File;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.drover.wps.backend.ResourceLimits;
import org.drover.wps.backend.TaskName;

/**
 * The control groups of this machine that the server may make: with the controllers of version 1 in
 * hierarchies of their own, of version 2, or of both, as the machine has them.
 */
final class Cgroups {

  private static final Logger LOG = System.getLogger(Cgroups.class.getName());

  private static final List<String> WANTED = List.of("memory", "pids", "cpu", "cpuacct");

  /** A group nothing has joined for so long was left by a server that was killed. */
  private static final Duration FORSAKEN = Duration.ofHours(1);

  private final Map<String, Path> hierarchies;
  private final Optional<Path> unified;
  private final String server;
  private final AtomicLong made = new AtomicLong();

  private Cgroups(Map<String, Path> hierarchies, Optional<Path> unified, String server) {
    this.hierarchies = hierarchies;
    this.unified = unified;
    this.server = server;
  }

  /**
   * Looks at what there is and can be written to.
   *
   * @param mounts lines of {@code /proc/self/mounts}
   * @param parent group below each hierarchy's root to make groups in
   * @param server name of this run of the server among all on this machine
   */
  static Cgroups detect(List<String> mounts, String parent, String server) {
    Map<String, Path> hierarchies = new LinkedHashMap<>();
    Optional<Path> unified = Optional.empty();
    for (String mount : mounts) {
      String[] fields = mount.split(" ", -1);
      if (fields[2].equals("cgroup")) {
        List<String> controllers = List.of(fields[3].split(",", -1));
        Optional<Path> group = usable(Path.of(fields[1], parent));
        WANTED.stream()
            .filter(controllers::contains)
            .forEach(it -> group.ifPresent(path -> hierarchies.put(it, path)));
      } else if (fields[2].equals("cgroup2")) {
        unified = delegated(Path.of(fields[1]), parent);
      }
    }
    return new Cgroups(hierarchies, unified, server);
  }

  private static Optional<Path> usable(Path group) {
    try {
      Files.createDirectories(group);
      return Files.isWritable(group.resolve("cgroup.procs"))
          ? Optional.of(group)
          : Optional.empty();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "no control group {0}: {1}", group, e);
      return Optional.empty();
    }
  }

  /** A group of version 2 hands its controllers down level by level. */
  private static Optional<Path> delegated(Path root, String parent) {
    Optional<Path> group = usable(root.resolve(parent));
    Path level = root;
    for (Path name : group.isPresent() ? Path.of(parent) : Path.of("")) {
      handDown(level);
      level = level.resolve(name);
    }
    group.ifPresent(Cgroups::handDown);
    return group;
  }

  private static void handDown(Path group) {
    try {
      List<String> controllers =
          List.of(Files.readString(group.resolve("cgroup.controllers")).trim().split(" ", -1));
      for (String each : WANTED) {
        if (controllers.contains(each)) {
          Files.writeString(group.resolve("cgroup.subtree_control"), "+" + each);
        }
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "{0} hands down no controllers: {1}", group, e);
    }
  }

  /** Whether memory, processes and computing time of a program can be bounded as a whole. */
  boolean isComplete() {
    return List.of("memory", "pids", "cpu").stream()
        .allMatch(it -> hierarchies.containsKey(it) || isInVersion2(it));
  }

  boolean bounds(String controller) {
    return hierarchies.containsKey(controller) || isInVersion2(controller);
  }

  private boolean isInVersion2(String controller) {
    return unified.map(it -> it.resolve("cgroup.subtree_control")).stream()
        .flatMap(Cgroups::words)
        .anyMatch(controller::equals);
  }

  private static Stream<String> words(Path file) {
    try {
      return Stream.of(Files.readString(file).trim().split(" ", -1));
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  /** A name for the group of a program that ends with this server. */
  String nameHere() {
    return server + "-" + made.incrementAndGet();
  }

  /** Makes a group for one program, with its limits. */
  Cgroup create(String name, ResourceLimits limits) throws IOException {
    Cgroup group = find(name);
    group.make();
    group.limit(limits);
    return group;
  }

  /** The group of a program, whether or not it is still there. */
  Cgroup find(String name) {
    Map<String, Path> folders = new LinkedHashMap<>();
    hierarchies.forEach((controller, root) -> folders.put(controller, root.resolve(name)));
    return new Cgroup(folders, unified.map(it -> it.resolve(name)));
  }

  /**
   * Ends all that runs in groups of servers that are gone, and removes the groups. Programs that
   * outlive their server are for its jobs to end; of those only old groups with nothing in them go.
   */
  void sweep(Instant now) {
    List<Path> parents = new ArrayList<>(hierarchies.values());
    unified.ifPresent(parents::add);
    for (Path parent : parents.stream().distinct().toList()) {
      for (Path group : children(parent)) {
        if (ServerMark.isGone(group.getFileName().toString())) {
          LOG.log(Level.INFO, "Ending what a server that is gone has left in {0}", group);
          Cgroup.end(group);
        } else if (isForsaken(group, now)) {
          Cgroup.end(group);
        }
      }
    }
  }

  private static boolean isForsaken(Path group, Instant now) {
    File folder = group.toFile();
    return folder.getName().startsWith(TaskName.PREFIX)
        && folder.lastModified() < now.minus(FORSAKEN).toEpochMilli()
        && words(group.resolve("cgroup.procs")).allMatch(String::isEmpty);
  }

  private static List<Path> children(Path parent) {
    try (Stream<Path> entries = Files.list(parent)) {
      return entries.filter(Files::isDirectory).toList();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "Control groups in {0} cannot be listed: {1}", parent, e);
      return List.of();
    }
  }
}
