package org.drover.wps.execution.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.drover.wps.config.Node;
import org.drover.wps.execution.outside.TaskStore.TaskRow;

/**
 * Who submitted a task, as its row says.
 *
 * @param machine since its last start, and within one space of process numbers, as containers have
 *     their own
 * @param run of the node, for a task nobody goes on with after it; empty for one of a job
 */
record Submitter(String node, String machine, String run) {

  private static final String MACHINE = thisMachine();

  /** Of tasks of jobs, which any server on this machine may go on with. */
  static final Submitter OF_JOBS = new Submitter(Node.NAME.get(), MACHINE, "");

  /** Of tasks of runs that end with this server. */
  static final Submitter OF_RUNS =
      new Submitter(Node.NAME.get(), MACHINE, UUID.randomUUID().toString());

  static Submitter of(TaskRow task) {
    String text = task.server();
    int run = text.indexOf('#') < 0 ? text.length() : text.indexOf('#');
    int machine = text.lastIndexOf('/', run);
    return new Submitter(
        text.substring(0, Math.max(0, machine)),
        text.substring(machine + 1, run),
        run == text.length() ? "" : text.substring(run + 1));
  }

  private static String thisMachine() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).trim()
          + "."
          + Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString().replaceAll("\\D", "");
    } catch (IOException e) {
      return UUID.randomUUID().toString(); // no Linux: nothing outlives the server
    }
  }

  boolean isOnThisMachine() {
    return machine.equals(MACHINE);
  }

  /** Whether it was this node before its machine was started. */
  boolean hasForgotten() {
    return node.equals(OF_JOBS.node) && !isOnThisMachine();
  }

  /** Whether its task ends with its run of the node. */
  boolean isOfRun() {
    return !run.isEmpty();
  }

  /** Whether it was this node, in a run that is over. */
  boolean isEarlierRun() {
    return isOfRun() && node.equals(OF_RUNS.node) && !run.equals(OF_RUNS.run);
  }

  /** As rows have it. */
  @Override
  public String toString() {
    return node + "/" + machine + (isOfRun() ? "#" + run : "");
  }
}
