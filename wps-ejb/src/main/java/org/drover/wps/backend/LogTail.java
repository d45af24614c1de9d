package org.drover.wps.backend;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.drover.wps.process.Execution;

/** The end of a file a program writes messages to. */
public final class LogTail {

  private static final int KEPT = 1_000_000;
  private static final int LINES = 5;
  private static final int LONGEST = 600;

  private LogTail() {}

  /** Keeps the end of what a program wrote to standard error with its run. */
  public static void keep(ProgramRun program, Execution execution) throws IOException {
    String said = read(program.stderr(), KEPT);
    if (!said.isEmpty()) {
      Files.createDirectories(execution.scratch());
      Files.writeString(
          execution.log(), said, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
  }

  /** The last bytes as text. */
  public static String read(Path file, int bytes) throws IOException {
    if (!Files.exists(file)) {
      return "";
    }
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(Math.max(0, Files.size(file) - bytes));
      return new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
    }
  }

  /** The last lines, short enough for a sentence, and without control characters. */
  public static String lastLines(Path file) throws IOException {
    List<String> lines =
        read(file, LONGEST * 2)
            .lines()
            .map(it -> it.replaceAll("[\\p{Cntrl}\\p{Cn}\\ufffe\\uffff]", " ").strip())
            .filter(it -> !it.isEmpty())
            .toList();
    String last =
        String.join(" / ", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    return last.length() > LONGEST ? "…" + last.substring(last.length() - LONGEST) : last;
  }
}
