package org.drover.wps.backend;

import java.io.IOException;

/** Tells the owner of a job how its program ended. */
public final class EndingText {

  private static final long MEGABYTE = 1_000_000;

  private EndingText() {}

  /** How an end that is no success came about, and the last that was said. */
  public static String tell(Ending ending, ProgramRun run) throws IOException {
    String said = LogTail.lastLines(run.stderr());
    return sentence(ending, run.limits()) + (said.isEmpty() ? "" : " It said: " + said);
  }

  private static String sentence(Ending ending, ResourceLimits limits) {
    return switch (ending.reason()) {
      case EXITED -> "The program ended with exit code " + ending.code() + ".";
      case SIGNALLED -> "The program was ended by signal " + signal(ending.code()) + ".";
      case OUT_OF_MEMORY ->
          "The program needed more than the "
              + limits.memoryBytes() / MEGABYTE
              + " MB of memory it may use. Ask for less at once.";
      case TOO_MANY_PROCESSES ->
          "The program started more than the " + limits.processes() + " processes it may have.";
      case OUT_OF_CPU_TIME ->
          "The program computed for longer than the "
              + limits.cpuTime().toSeconds()
              + " s it may. Ask for less at once.";
      case OUT_OF_TIME ->
          "The program ran for longer than the "
              + limits.time().toSeconds()
              + " s it may. Ask for less at once.";
      case FILE_TOO_LARGE ->
          "The program wrote a file larger than the "
              + limits.fileBytes() / MEGABYTE
              + " MB it may. Ask for less at once.";
      case FOLDER_TOO_LARGE ->
          "The program wrote more than the "
              + limits.folderBytes() / MEGABYTE
              + " MB of files it may. Ask for less at once.";
      case CANCELLED -> "The program was ended by an administrator. Send the request again.";
      case LOST -> "The machine the program ran on was lost.";
      case NOT_STARTED -> "The program could not be started; tell the administrator.";
    };
  }

  private static String signal(int number) {
    return switch (number) {
      case 4 -> "4 (illegal instruction)";
      case 6 -> "6 (it gave up)";
      case 8 -> "8 (a computation it cannot do)";
      case 9 -> "9 (killed)";
      case 11 -> "11 (it used memory it does not have)";
      case 15 -> "15 (asked to end)";
      default -> Integer.toString(number);
    };
  }
}
