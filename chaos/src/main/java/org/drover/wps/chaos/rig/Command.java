package org.drover.wps.chaos.rig;

import java.io.IOException;
import java.util.List;

/** Runs a program of the system. */
final class Command {

  private Command() {}

  /** Its exit code; 127 when there is no such program. */
  static int run(List<String> command) {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      return 127;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
