package org.drover.wps.execution.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.drover.wps.process.Execution;
import org.drover.wps.process.StoppedException;

/** What a process run while its client waits sees of the server. */
final class SyncExecution implements Execution {

  private final Path scratch;
  private volatile boolean stopped;

  SyncExecution(Path scratch) {
    this.scratch = scratch;
  }

  void stop() {
    stopped = true;
  }

  @Override
  public void progress(double percent, String message) {
    // nobody could ask for it
  }

  @Override
  public void checkStopped() {
    if (stopped) {
      throw new StoppedException("The time limit of a synchronous run is over.");
    }
  }

  @Override
  public Path scratch() {
    try {
      return Files.createDirectories(scratch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
