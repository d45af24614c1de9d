package org.drover.wps.node;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process of a Linux machine, named so that no other can be mistaken for it: the run of the
 * kernel, the process namespace (of a container), the process id and its start in ticks. On other
 * systems nothing is known of it.
 *
 * @param text the four, separated by spaces; empty when not known
 */
public record ServerProcess(String text) {

  private static final Logger LOG = System.getLogger(ServerProcess.class.getName());
  private static final Path PROC = Path.of("/proc");

  /** Places in /proc/PID/stat behind the name of the program, which may hold anything. */
  private static final int STATE = 0;

  private static final int START = 19;

  /** The process of this JVM. */
  public static ServerProcess own() {
    long pid = ProcessHandle.current().pid();
    return new ServerProcess(
        machine().flatMap(at -> stat(pid).map(it -> at + " " + pid + " " + it[START])).orElse(""));
  }

  /** The kernel's run and the namespace in which process ids mean something. */
  private static Optional<String> machine() {
    try {
      String boot = Files.readString(PROC.resolve("sys/kernel/random/boot_id")).trim();
      Path namespace = Files.readSymbolicLink(PROC.resolve("self/ns/pid"));
      return Optional.of(boot + " " + namespace);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "This is no Linux: {0}", e.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<String[]> stat(long pid) {
    try {
      String line = Files.readString(PROC.resolve(Long.toString(pid)).resolve("stat"));
      return Optional.of(line.substring(line.lastIndexOf(')') + 1).trim().split(" ", -1));
    } catch (IOException e) {
      return Optional.empty(); // there is no such process
    }
  }

  /**
   * Whether this process cannot be running any more. Certain only on the machine it ran on; a
   * process that is stopped, but not ended, is there.
   */
  public boolean isGone() {
    String[] parts = text.split(" ", -1);
    Optional<String> here = machine();
    if (parts.length != 4 || !here.equals(Optional.of(parts[0] + " " + parts[1]))) {
      return false;
    }
    return stat(Long.parseLong(parts[2]))
        .filter(it -> it[START].equals(parts[3]))
        .filter(it -> !it[STATE].equals("Z") && !it[STATE].equals("X"))
        .isEmpty();
  }

  @Override
  public String toString() {
    String[] parts = text.split(" ", -1);
    return parts.length == 4 ? "process " + parts[2] : "a process";
  }
}
