package org.drover.wps.execution.outside;

import java.io.IOException;
import java.nio.file.Files;
import org.drover.wps.backend.Ending;
import org.drover.wps.backend.EndingText;
import org.drover.wps.backend.LogTail;
import org.drover.wps.backend.ProgramRun;
import org.drover.wps.process.Execution;
import org.drover.wps.process.InvalidInputException;
import org.drover.wps.process.ProcessFailedException;
import org.drover.wps.worker.folder.WorkExit;
import org.drover.wps.worker.folder.WorkerFolder;
import org.drover.wps.worker.folder.WorkerJson;

/** What the end of a worker means. */
final class WorkerEnd {

  private WorkerEnd() {}

  /**
   * Throws what the process in the worker threw, or why the worker came to no end of its own. What
   * it said is kept.
   */
  static void check(ProgramRun run, Ending ending, Execution execution) throws IOException {
    LogTail.keep(run, execution);
    WorkerFolder folder = new WorkerFolder(run.folder());
    if (!Files.exists(folder.exit())) {
      throw new ProcessFailedException(EndingText.tell(ending, run));
    }
    WorkExit exit = WorkerJson.read(folder.exit(), WorkExit.class);
    switch (exit.outcome()) {
      case DONE -> {
        if (!ending.isSuccess()) {
          throw new ProcessFailedException(EndingText.tell(ending, run));
        }
      }
      case INVALID_INPUT ->
          throw new InvalidInputException(exit.input().orElse(""), exit.message());
      case FAILED -> throw new ProcessFailedException(exit.message());
      case BROKEN ->
          throw new IllegalStateException("The process broke in its worker: " + exit.message());
      case STOPPED ->
          throw new ProcessFailedException("The worker was told to stop by someone else.");
    }
  }
}
