package org.drover.wps.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import org.drover.wps.backend.LogTail;
import org.drover.wps.backend.ProgramRun;
import org.drover.wps.command.CommandDefinition.ProgressPattern;
import org.drover.wps.process.Execution;

/** Reads the percent from what a program writes, which need not have line breaks. */
final class ProgressReader {

  private static final int WINDOW = 2_000;

  private final ProgressPattern pattern;
  private final Path file;
  private final Execution execution;
  private long seen;

  ProgressReader(ProgressPattern pattern, ProgramRun run, Execution execution) {
    this.pattern = pattern;
    this.file = pattern.ofErrors() ? run.stderr() : run.stdout();
    this.execution = execution;
  }

  /** Tells how far the program says it is, if it has said something since the last look. */
  void look() throws IOException {
    long size = file.toFile().length();
    if (size == seen) {
      return; // or it is not there yet
    }
    seen = size;
    Matcher match = pattern.pattern().matcher(LogTail.read(file, WINDOW));
    String last = "";
    while (match.find()) {
      last = String.valueOf(match.group(1));
    }
    if (last.matches("\\d{1,3}(\\.\\d*)?")) {
      execution.progress(Double.parseDouble(last), "");
    }
  }
}
