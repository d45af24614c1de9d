package org.drover.wps.processes;

import java.nio.file.Path;
import org.drover.wps.process.Execution;
import org.drover.wps.process.StoppedException;

/** An execution that ends after some items. */
final class CrashAfter implements Execution {

  private int left;

  CrashAfter(int items) {
    this.left = items;
  }

  @Override
  public void progress(double percent, String message) {}

  @Override
  public void checkStopped() {
    if (left-- == 0) {
      throw new StoppedException("crash");
    }
  }

  @Override
  public Path scratch() {
    throw new UnsupportedOperationException("plans have no scratch folder");
  }
}
