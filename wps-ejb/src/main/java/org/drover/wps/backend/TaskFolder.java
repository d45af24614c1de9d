package org.drover.wps.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the files of one task lie.
 *
 * @param root of it alone, for what the program reads and writes
 * @param own of it alone, for what is the engine's
 */
public record TaskFolder(Path root, Path own) {

  /** All in one. */
  public TaskFolder(Path root) {
    this(root, root);
  }

  static final String WORK = "work";
  static final String LOGS = "logs";
  static final String CONTROL = "control";

  /** What the program works in. */
  public Path work() throws IOException {
    return Files.createDirectories(root.resolve(WORK));
  }

  /** What the program says. */
  public Path logs() throws IOException {
    return Files.createDirectories(root.resolve(LOGS));
  }

  /** Inputs that lie in no file elsewhere. */
  public Path inputs() throws IOException {
    return Files.createDirectories(root.resolve("in"));
  }

  /** For the engine. */
  Path control() throws IOException {
    return Files.createDirectories(own.resolve(CONTROL));
  }
}
