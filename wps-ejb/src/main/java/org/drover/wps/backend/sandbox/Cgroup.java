package org.drover.wps.backend.sandbox;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.drover.wps.backend.ResourceLimits;

/** The control groups of one program, one in each hierarchy. */
final class Cgroup {

  private static final Logger LOG = System.getLogger(Cgroup.class.getName());

  private static final long PERIOD = 100_000; // microseconds
  private static final long PATIENCE_MILLIS = 5_000;
  private static final String FREEZE = "cgroup.freeze";

  private final Map<String, Path> folders;
  private final Optional<Path> unified;

  /**
   * @param folders by controller of version 1
   * @param unified the group of version 2
   */
  Cgroup(Map<String, Path> folders, Optional<Path> unified) {
    this.folders = folders;
    this.unified = unified;
  }

  /** Makes it where it is not there. */
  void make() throws IOException {
    for (Path each : all()) {
      Files.createDirectories(each);
    }
  }

  void limit(ResourceLimits limits) throws IOException {
    String memory = Long.toString(limits.memoryBytes());
    write("memory", "memory.limit_in_bytes", "memory.max", memory);
    write(
        "memory",
        "memory.memsw.limit_in_bytes",
        "memory.swap.max",
        folders.containsKey("memory") ? memory : "0");
    write("pids", "pids.max", "pids.max", Integer.toString(limits.processes()));
    String quota = Long.toString(Math.max(1000, (long) (limits.cpus() * PERIOD)));
    if (folders.containsKey("cpu")) {
      write("cpu", "cpu.cfs_period_us", "", Long.toString(PERIOD));
    }
    write(
        "cpu",
        "cpu.cfs_quota_us",
        "cpu.max",
        folders.containsKey("cpu") ? quota : quota + " " + PERIOD);
  }

  /** Does without a file the kernel was not built to have, such as those for swap. */
  private void write(String controller, String version1, String version2, String value)
      throws IOException {
    Optional<Path> file = find(controller, version1, version2);
    if (file.isPresent()) {
      Files.writeString(file.get(), value);
    }
  }

  private Optional<Path> find(String controller, String version1, String version2) {
    return Optional.ofNullable(folders.get(controller))
        .map(it -> it.resolve(version1))
        .or(() -> unified.map(it -> it.resolve(version2)))
        .filter(Files::isRegularFile);
  }

  /** Files a process writes its number into to become a member. */
  List<Path> doors() {
    return all().stream().map(it -> it.resolve("cgroup.procs")).toList();
  }

  /** Whether a process was ended because there was no memory left. */
  boolean wasOutOfMemory() {
    return count(find("memory", "memory.oom_control", "memory.events"), "oom_kill") > 0;
  }

  /** Whether a process could not be started because there were too many. */
  boolean wasOutOfProcesses() {
    return count(find("pids", "pids.events", "pids.events"), "max") > 0;
  }

  /** Computing time used so far, if it can be told. */
  Optional<Duration> cpuTime() {
    Optional<Path> version1 =
        Optional.ofNullable(folders.get("cpuacct")).map(it -> it.resolve("cpuacct.usage"));
    if (version1.isPresent()) {
      return readLine(version1.get()).map(it -> Duration.ofNanos(Long.parseLong(it)));
    }
    OptionalLong micros = counter(unified.map(it -> it.resolve("cpu.stat")), "usage_usec");
    return micros.isPresent()
        ? Optional.of(Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(micros.getAsLong())))
        : Optional.empty();
  }

  private static long count(Optional<Path> file, String key) {
    return counter(file, key).orElse(0);
  }

  private static OptionalLong counter(Optional<Path> file, String key) {
    return file.stream()
        .flatMap(it -> lines(it).stream())
        .map(line -> line.split(" ", -1))
        .filter(words -> words.length == 2 && words[0].equals(key))
        .mapToLong(words -> Long.parseLong(words[1]))
        .findFirst();
  }

  private static Optional<String> readLine(Path file) {
    return lines(file).stream().findFirst();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "{0} cannot be read: {1}", file, e);
      return List.of();
    }
  }

  /** Whether its processes can be made to stand still. */
  boolean canFreeze() {
    return unified.map(it -> it.resolve(FREEZE)).filter(Files::isRegularFile).isPresent();
  }

  /** Whether its processes stand still, or are about to. */
  boolean isFrozen() {
    return unified.map(it -> it.resolve(FREEZE)).stream()
        .flatMap(it -> readLine(it).stream())
        .anyMatch("1"::equals);
  }

  /** Makes every process stand still, or go on. */
  void freeze(boolean still) throws IOException {
    Path group = unified.orElseThrow(() -> new IOException("there is no freezer"));
    Files.writeString(group.resolve(FREEZE), still ? "1" : "0");
    Optional<Path> events = Optional.of(group.resolve("cgroup.events"));
    Patience.until(() -> (count(events, "frozen") > 0) == still, PATIENCE_MILLIS);
  }

  /** Ends every process in the group and removes it. */
  void end() {
    all().forEach(Cgroup::end);
  }

  private Set<Path> all() {
    Set<Path> all = new LinkedHashSet<>();
    unified.ifPresent(all::add);
    all.addAll(folders.values());
    return all;
  }

  /** Ends every process in a group and removes it, which takes a moment. */
  static void end(Path group) {
    if (!Patience.until(() -> isRemoved(group), PATIENCE_MILLIS)) {
      LOG.log(
          Level.WARNING, "Control group {0} cannot be removed; the next start tries again.", group);
    }
  }

  private static boolean isRemoved(Path group) {
    kill(group);
    return !group.toFile().exists() || group.toFile().delete();
  }

  private static void kill(Path group) {
    Path kill = group.resolve("cgroup.kill");
    try {
      if (Files.exists(kill)) {
        Files.writeString(kill, "1");
        return;
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "{0} cannot be written: {1}", kill, e);
    }
    lines(group.resolve("cgroup.procs")).stream()
        .flatMap(line -> Arrays.stream(line.trim().split(" ", -1)))
        .filter(it -> !it.isEmpty())
        .flatMap(it -> ProcessHandle.of(Long.parseLong(it)).stream())
        .forEach(ProcessHandle::destroyForcibly);
  }
}
