package org.drover.wps.process;

import java.nio.file.Path;
import java.util.Optional;
import org.drover.wps.process.data.Format;

/** What a running process may ask of, and tell to, the server. Safe to call from any thread. */
public interface Execution {

  /**
   * Tells how far the work is.
   *
   * @param percent from 0 to 100; a smaller figure than before is ignored
   * @param message one line for the client
   */
  void progress(double percent, String message);

  /**
   * Ends the work if it is no longer wanted: dismissed, timed out, or to be gone on with elsewhere.
   * Call it at least every second in a loop.
   *
   * @throws StoppedException if the work is to end; let it pass
   */
  void checkStopped();

  /** An empty folder for temporary files, removed when the run ends. */
  Path scratch();

  /**
   * A text file for what the run has to say, which need not be written. A job keeps it, and shows
   * it to its owner, until the job expires.
   */
  default Path log() {
    return scratch().resolve("log.txt");
  }

  /**
   * The format the client wants a complex output in, one of those described. Only for processes
   * that encode their outputs themselves, as {@link org.drover.wps.process.data.ComplexData}.
   *
   * @return empty when the client leaves it to the process
   */
  default Optional<Format> wantedFormat(String output) {
    return Optional.empty();
  }

  /**
   * An execution for tests: reports nowhere, is never stopped, and has a fresh temporary folder.
   */
  static Execution none() {
    return new SilentExecution();
  }
}
