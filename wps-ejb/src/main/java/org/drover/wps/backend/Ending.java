package org.drover.wps.backend;

/**
 * How a program ended.
 *
 * @param code exit code, or number of the signal that ended it
 */
public record Ending(Reason reason, int code) {

  /** Why a program ended. */
  public enum Reason {
    /** By itself, with an exit code. */
    EXITED,
    /** By a signal that was not the sandbox's. */
    SIGNALLED,
    OUT_OF_MEMORY,
    TOO_MANY_PROCESSES,
    OUT_OF_CPU_TIME,
    OUT_OF_TIME,
    FILE_TOO_LARGE,
    FOLDER_TOO_LARGE,
    /** By someone other than the server, such as an administrator of the engine. */
    CANCELLED,
    /** The engine has lost it, such as with the machine it ran on; it may run again. */
    LOST,
    /** The sandbox could not be set up; the first line of standard error says why. */
    NOT_STARTED
  }

  /** First of the exit codes by which shells tell that a signal ended a program. */
  private static final int SIGNAL = 128;

  private static final int LAST_SIGNAL = 64;

  /** How a program ended by itself, as the exit code of a shell or sandbox around it tells. */
  public static Ending ofExitCode(int code) {
    return code > SIGNAL && code <= SIGNAL + LAST_SIGNAL
        ? new Ending(Reason.SIGNALLED, code - SIGNAL)
        : new Ending(Reason.EXITED, code);
  }

  boolean isSignal(int number) {
    return reason == Reason.SIGNALLED && code == number;
  }

  public boolean isSuccess() {
    return reason == Reason.EXITED && code == 0;
  }
}
