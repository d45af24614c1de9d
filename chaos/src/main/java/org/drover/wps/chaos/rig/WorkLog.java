package org.drover.wps.chaos.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The lines the processes wrote, in order. */
public final class WorkLog {

  private final Path file;

  public WorkLog(Path traces) {
    this.file = traces.resolve("work.log");
  }

  /**
   * An item that was done.
   *
   * @param server process id
   */
  public record Line(String tag, int part, int item, long server) {
    static Line parse(String text) {
      String[] words = text.split(" ", -1);
      return new Line(
          words[0],
          Integer.parseInt(words[1]),
          Integer.parseInt(words[2]),
          Long.parseLong(words[3]));
    }
  }

  public List<Line> lines() {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.map(Line::parse).toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<Line> lines(String tag) {
    return lines().stream().filter(it -> it.tag().equals(tag)).toList();
  }
}
