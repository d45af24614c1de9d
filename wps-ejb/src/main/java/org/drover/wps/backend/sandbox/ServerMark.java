package org.drover.wps.backend.sandbox;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a server process among all this machine has ever run, since its start: by its process
 * number and when that began.
 */
final class ServerMark {

  private static final Pattern MARK = Pattern.compile("(\\d+)-(\\d+)-\\d+");

  private ServerMark() {}

  static String own() {
    long pid = ProcessHandle.current().pid();
    return pid + "-" + ProcessStart.of(pid).orElse("0");
  }

  /**
   * Whether the server of a mark with a number behind it no longer runs; false if it is no mark.
   */
  static boolean isGone(String name) {
    Matcher mark = MARK.matcher(name);
    return mark.matches()
        && ProcessStart.of(Long.parseLong(mark.group(1)))
            .filter(it -> it.equals(mark.group(2)))
            .isEmpty();
  }
}
