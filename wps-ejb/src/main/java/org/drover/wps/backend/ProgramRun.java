package org.drover.wps.backend;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A program to run.
 *
 * @param arguments the program, by its absolute path or as looked up where the engine keeps
 *     programs, and its arguments; no shell reads them
 * @param folder existing folder the program works in: its current directory, and the only place it
 *     can write to
 * @param readable further files by the name they have in the folder, such as {@code in/dem.tif};
 *     the program can read them, and not change them
 * @param logs existing folder outside {@code folder} where {@code stdout} and {@code stderr} go
 * @param environment variables set beside {@code PATH}, {@code HOME}, {@code TMPDIR} and {@code
 *     LANG}; nothing of the server's own gets through
 * @param network whether the program may use the network
 */
public record ProgramRun(
    List<String> arguments,
    Path folder,
    Map<String, Path> readable,
    Path logs,
    Map<String, String> environment,
    boolean network,
    ResourceLimits limits) {

  public ProgramRun {
    arguments = List.copyOf(arguments);
    folder = folder.toAbsolutePath().normalize();
    readable =
        readable.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, it -> it.getValue().toAbsolutePath().normalize()));
    logs = logs.toAbsolutePath().normalize();
    environment = Map.copyOf(environment);
  }

  /** File with what the program has written to standard output. */
  public Path stdout() {
    return logs.resolve("stdout");
  }

  /** File with what the program has written to standard error. */
  public Path stderr() {
    return logs.resolve("stderr");
  }
}
