package org.drover.wps.bench.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Command processes that do next to nothing, one of each kind for each backend. */
final class OutsideCommands {

  private static final String FORM =
      """
      process: %1$s-%2$s
      version: 1.0.0
      title: %1$s on %2$s
      backend: %2$s
      outputs:
        said: {title: When it began in seconds since 1970, formats: [{type: text/plain}], stdout: true}
      command: [sh, -c, "date +%%s%3$s"]
      limits: {memory-megabytes: 50, time: PT5M}
      """;

  private OutsideCommands() {}

  static Path write(Path folder) throws IOException {
    for (String backend : List.of("subprocess", "container", "slurm", "gridengine")) {
      write(folder, "no-op", backend, "");
      write(folder, "sleeper", backend, "; sleep 60");
    }
    return folder;
  }

  private static void write(Path folder, String kind, String backend, String more)
      throws IOException {
    Files.writeString(
        folder.resolve(kind + "-" + backend + ".yaml"), FORM.formatted(kind, backend, more));
  }

  static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(OutsideCommands::removeFile);
    }
    Files.delete(folder);
  }

  private static void removeFile(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
