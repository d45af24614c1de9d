package org.drover.wps.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The execution of a process called outside the server. */
final class SilentExecution implements Execution {

  private Path scratch;

  @Override
  public void progress(double percent, String message) {}

  @Override
  public void checkStopped() {}

  @Override
  public synchronized Path scratch() {
    if (scratch == null) {
      try {
        scratch = Files.createTempDirectory("drover-scratch");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return scratch;
  }
}
