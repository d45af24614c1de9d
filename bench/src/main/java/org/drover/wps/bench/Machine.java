package org.drover.wps.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What the figures were measured on. */
final class Machine {

  private Machine() {}

  static String describe() throws IOException {
    String processor =
        Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
            .filter(it -> it.startsWith("model name"))
            .map(it -> it.replaceFirst("[^:]*:\\s*", ""))
            .findFirst()
            .orElse("unknown processor");
    return LocalDate.now(ZoneOffset.UTC)
        + ", "
        + Runtime.getRuntime().availableProcessors()
        + " x "
        + processor
        + ", Java "
        + Runtime.version()
        + ", load before the run "
        + Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
  }
}
