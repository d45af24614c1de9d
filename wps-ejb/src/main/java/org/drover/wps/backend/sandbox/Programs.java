package org.drover.wps.backend.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where programs are looked for, inside a sandbox and out. */
public final class Programs {

  /** Folders of programs, as in {@code PATH}. */
  static final List<String> SEARCH_PATH = List.of("/usr/local/bin", "/usr/bin", "/bin");

  private Programs() {}

  /**
   * Finds a program.
   *
   * @param name file name, or absolute path
   */
  public static Optional<Path> find(String name) {
    return (name.startsWith("/")
            ? Stream.of(Path.of(name))
            : SEARCH_PATH.stream().map(it -> Path.of(it, name)))
        .filter(it -> Files.isRegularFile(it) && Files.isExecutable(it))
        .findFirst();
  }

  static String searchPath() {
    return String.join(":", SEARCH_PATH);
  }
}
