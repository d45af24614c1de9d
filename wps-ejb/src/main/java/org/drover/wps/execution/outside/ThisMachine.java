package org.drover.wps.execution.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.drover.wps.config.Node;
import org.drover.wps.execution.outside.TaskStore.TaskRow;

/**
 * Names this machine as this node sees it: since its last start, and within one space of process
 * numbers, as containers have their own.
 */
final class ThisMachine {

  private static final String START = start();

  /** Of the node, a slash, and of the machine. */
  static final String NAME = Node.NAME.get() + "/" + START;

  private ThisMachine() {}

  private static String start() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).trim()
          + "."
          + Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString().replaceAll("\\D", "");
    } catch (IOException e) {
      return UUID.randomUUID().toString(); // no Linux: nothing outlives the server
    }
  }

  /** Whether a task was submitted from this machine, by whichever node, and may run on it still. */
  static boolean submitted(TaskRow task) {
    return task.server().endsWith("/" + START);
  }

  /** Whether a task was submitted by this node before its machine was started. */
  static boolean hasForgotten(TaskRow task) {
    return task.server().startsWith(Node.NAME.get() + "/") && !submitted(task);
  }
}
