package org.drover.wps.backend.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a server process among all this machine has ever run, since its start: by its process
 * number and when that began.
 */
final class ServerMark {

  private static final Pattern MARK = Pattern.compile("(\\d+)-(\\d+)-\\d+");
  private static final int START_TIME = 19; // of /proc/PID/stat, counted after the name

  private ServerMark() {}

  static String own() {
    long pid = ProcessHandle.current().pid();
    return pid + "-" + started(pid).orElse("0");
  }

  /**
   * Whether the server of a mark with a number behind it no longer runs; false if it is no mark.
   */
  static boolean isGone(String name) {
    Matcher mark = MARK.matcher(name);
    return mark.matches()
        && started(Long.parseLong(mark.group(1))).filter(it -> it.equals(mark.group(2))).isEmpty();
  }

  private static Optional<String> started(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return Optional.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[START_TIME]);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
