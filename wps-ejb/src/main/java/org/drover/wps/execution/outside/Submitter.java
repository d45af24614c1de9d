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
 */
record Submitter(String node, String machine) {

  /** This server. */
  static final Submitter THIS = new Submitter(Node.NAME.get(), thisMachine());

  static Submitter of(TaskRow task) {
    int end = Math.max(0, task.server().lastIndexOf('/'));
    return new Submitter(task.server().substring(0, end), task.server().substring(end + 1));
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

  /** Whether its task may run on this machine still; any server here can go on with it. */
  boolean isOnThisMachine() {
    return machine.equals(THIS.machine);
  }

  /** Whether it was this node before its machine was started. */
  boolean hasForgotten() {
    return node.equals(THIS.node) && !isOnThisMachine();
  }

  /** As rows have it. */
  @Override
  public String toString() {
    return node + "/" + machine;
  }
}
