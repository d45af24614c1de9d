package org.drover.wps.command;

import java.io.IOException;
import java.util.Optional;
import org.drover.wps.backend.Ending;
import org.drover.wps.backend.EndingText;
import org.drover.wps.backend.LogTail;
import org.drover.wps.backend.ProgramRun;
import org.drover.wps.command.CommandDefinition.BadInput;
import org.drover.wps.process.InvalidInputException;
import org.drover.wps.process.ProcessFailedException;

/** Tells the owner of a job why its program failed. */
final class FailureText {

  private FailureText() {}

  /** What is thrown for an ending that is no success. */
  static RuntimeException of(Ending ending, ProgramRun run, CommandDefinition command)
      throws IOException {
    if (ending.reason() == Ending.Reason.EXITED) {
      Optional<BadInput> bad = Optional.ofNullable(command.badInput().get(ending.code()));
      if (bad.isPresent()) {
        String said = LogTail.lastLines(run.stderr());
        String told = said.isEmpty() ? "The program cannot use it." : said;
        return new InvalidInputException(bad.get().input(), bad.get().message().orElse(told));
      }
    }
    return new ProcessFailedException(EndingText.tell(ending, run));
  }
}
