package org.drover.wps.chaos.process;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What the processes leave in the folder {@code drover.chaos.folder}, or find there. No transaction
 * and no recovery of the server's touches it.
 */
public final class Traces {

  private static final Path FOLDER = Path.of(System.getProperty("drover.chaos.folder", "."));
  private static final int LETTERS = 26;

  private Traces() {}

  /**
   * Notes in {@code work.log} that an item is done: tag, part, item and process id of the server. A
   * write of less than a page at the end of a file is never mixed with another.
   */
  static void done(String tag, int part, int item) {
    String line = "%s %d %d %d%n".formatted(tag, part, item, ProcessHandle.current().pid());
    try {
      Files.write(
          FOLDER.resolve("work.log"),
          line.getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean isThere(String file) {
    return Files.exists(FOLDER.resolve(file));
  }

  /** Writes a file of letters, each of which follows from its place. */
  static Path letters(Path file, int size) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < size; i++) {
        out.write(letter(i));
      }
    }
    return file;
  }

  /** The letter at a place. */
  public static int letter(int place) {
    return 'a' + place % LETTERS;
  }
}
