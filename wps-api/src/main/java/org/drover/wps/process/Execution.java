package org.drover.wps.process;

import java.nio.file.Path;

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
   * An execution for tests: reports nowhere, is never stopped, and has a fresh temporary folder.
   */
  static Execution none() {
    return new SilentExecution();
  }
}
