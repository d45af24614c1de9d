package org.drover.wps.backend.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.drover.wps.backend.Ending;
import org.drover.wps.backend.Pauses;
import org.drover.wps.backend.RecordFolder;
import org.drover.wps.backend.Task;

/**
 * What is written down of a program on this machine, by its keeper and by servers, so that any
 * server of the machine can look after it.
 */
final class ProgramRecord {

  /** Written once, by the keeper before the program begins, or by whoever forbids that. */
  static final String KEEPER = "keeper.json";

  /** Written by the keeper when the program has ended. */
  static final String EXIT = "exit.json";

  private static final String ORDER = "order.json";
  private static final String ENDING = "ending.json";
  private static final String PAUSES = "pauses";
  private static final Keeper NEVER = new Keeper(0, "");

  private final RecordFolder files;

  ProgramRecord(Task task) {
    this.files = new RecordFolder(task.control());
  }

  Path folder() {
    return files.root();
  }

  /** What was going to be run; written before a process is started for it. */
  Optional<Order> order() throws IOException {
    return files.read(ORDER, Order.class);
  }

  void order(Order order) throws IOException {
    files.write(ORDER, order);
  }

  /** The process that waits for the program; empty when there is none, yet or for ever. */
  Optional<Keeper> keeper() throws IOException {
    return files.read(KEEPER, Keeper.class).filter(it -> !it.equals(NEVER));
  }

  /** When the keeper wrote that it is there. */
  Instant begun() throws IOException {
    return Files.getLastModifiedTime(files.path(KEEPER)).toInstant();
  }

  /** Forbids a keeper that has not begun to; false if it has. */
  boolean forbid() throws IOException {
    return files.writeFirst(KEEPER, NEVER) || keeper().isEmpty();
  }

  /** Exit code, as shells tell it. */
  Optional<Integer> exitCode() throws IOException {
    return files.read(EXIT, Exit.class).map(Exit::code);
  }

  /** What has been found out of the end; it is told again. */
  Optional<Ending> ending() throws IOException {
    return files.read(ENDING, Ending.class);
  }

  void ending(Ending ending) throws IOException {
    files.write(ENDING, ending);
  }

  Pauses pauses() {
    return new Pauses(files.path(PAUSES));
  }

  /** Removes all, but for a keeper forbidden to begin: it may still come. */
  void clear() throws IOException {
    if (keeper().isPresent()) {
      files.remove(KEEPER);
    }
    files.remove(ORDER, EXIT, EXIT + ".new", ENDING, PAUSES);
  }

  /**
   * What is run.
   *
   * @param group name of its control groups
   * @param cpuMillis computing time it may use
   * @param given when, in milliseconds since 1970
   */
  record Order(String group, long cpuMillis, long given) {
    Duration cpuTime() {
      return Duration.ofMillis(cpuMillis);
    }
  }

  /**
   * A process.
   *
   * @param start when it began, in the kernel's own count
   */
  record Keeper(long pid, String start) {
    Optional<ProcessHandle> process() {
      return ProcessHandle.of(pid)
          .filter(it -> ProcessStart.of(pid).filter(start::equals).isPresent());
    }
  }

  private record Exit(int code) {}
}
