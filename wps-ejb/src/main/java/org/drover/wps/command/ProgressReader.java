package org.drover.wps.command;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drover.wps.backend.LogTail;
import org.drover.wps.backend.ProgramRun;
import org.drover.wps.command.CommandDefinition.ProgressPattern;
import org.drover.wps.process.Execution;

/** Reads the percent from what a program writes, which need not have line breaks. */
final class ProgressReader {

  private static final Logger LOG = System.getLogger(ProgressReader.class.getName());
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
    String last = lastMatch(pattern.pattern(), LogTail.read(file, WINDOW));
    if (last.matches("\\d{1,3}(\\.\\d*)?")) {
      execution.progress(Double.parseDouble(last), "");
    }
  }

  /** The last percent in a text; one that cannot be found in reasonable time is none. */
  static String lastMatch(Pattern pattern, String text) {
    Matcher match = pattern.matcher(new BoundedText(text));
    String last = "";
    try {
      while (match.find()) {
        last = String.valueOf(match.group(1));
      }
    } catch (BoundedText.ExhaustedException e) {
      LOG.log(Level.DEBUG, "The pattern {0} takes too long to match.", pattern);
    }
    return last;
  }
}
