package org.drover.wps.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When a task was paused and went on, in a file, in turns: engines do not remember. */
public final class Pauses {

  private final Path file;

  public Pauses(Path file) {
    this.file = file;
  }

  public void begin(Instant now) throws IOException {
    if (times().size() % 2 == 0) {
      add(now);
    }
  }

  public void end(Instant now) throws IOException {
    if (times().size() % 2 == 1) {
      add(now);
    }
  }

  /** How long it has been paused, all in all. */
  public Duration total(Instant now) throws IOException {
    List<Instant> times = times();
    Duration total = Duration.ZERO;
    for (int i = 0; i < times.size(); i += 2) {
      Instant end = i + 1 < times.size() ? times.get(i + 1) : now;
      total = total.plus(Duration.between(times.get(i), end));
    }
    return total;
  }

  private List<Instant> times() throws IOException {
    return Files.exists(file)
        ? Files.readAllLines(file).stream().map(Instant::parse).toList()
        : List.of();
  }

  private void add(Instant time) throws IOException {
    Files.writeString(file, time + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
