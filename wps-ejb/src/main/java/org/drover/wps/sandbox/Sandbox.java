package org.drover.wps.sandbox;

import java.io.IOException;
import java.util.Optional;
import org.drover.wps.backend.Ending;
import org.drover.wps.backend.ProgramRun;

/** Runs programs so that they can harm neither the server nor one another. */
public interface Sandbox {

  /** Why no program is run, in a sentence for administrators; empty when all is well. */
  Optional<String> problem();

  /**
   * Runs a program in the calling thread until it has ended. When this returns or throws, nothing
   * of what it started is running any more.
   *
   * @throws IOException if the program could not be started, or its files not be looked at
   * @throws InterruptedException if the thread was interrupted
   */
  Ending run(ProgramRun run, Observer observer) throws IOException, InterruptedException;

  /** Told of a run several times a second, in the calling thread. */
  @FunctionalInterface
  interface Observer {

    /** May end the run by throwing; the exception comes through. */
    void look() throws IOException;
  }
}
