package org.drover.wps.backend.scheduler;

import java.io.IOException;
import java.util.List;
import org.drover.wps.backend.EngineAwayException;

/** A scheduler's command line programs. */
public interface Commands {

  /**
   * What a program said.
   *
   * @param out without the line break at its end
   * @param error without the line break at its end
   */
  record Answer(int code, String out, String error) {

    public boolean isSuccess() {
      return code == 0;
    }
  }

  /**
   * Runs a program and waits for its end.
   *
   * @param arguments name of the program, and its arguments
   * @throws EngineAwayException if it is not there, or does not end within some seconds
   */
  Answer run(List<String> arguments) throws IOException;
}
