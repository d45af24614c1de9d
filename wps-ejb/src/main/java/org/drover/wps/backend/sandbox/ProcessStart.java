package org.drover.wps.backend.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** When a process began, in the kernel's own count: with its number, it is one of a kind. */
final class ProcessStart {

  private static final int FIELD = 19; // of /proc/PID/stat, counted after the name

  private ProcessStart() {}

  /** Empty when there is no such process. */
  static Optional<String> of(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return Optional.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[FIELD]);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
