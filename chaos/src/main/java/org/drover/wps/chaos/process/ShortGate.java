package org.drover.wps.chaos.process;

import java.util.concurrent.TimeUnit;
import org.drover.wps.process.DirectProcess;
import org.drover.wps.process.Execution;
import org.drover.wps.process.ProcessInfo;
import org.drover.wps.process.Title;

/** Holds a slot of the short queue until a file is there. */
@ProcessInfo(id = "short-gate", title = "Gate, short queue", version = "1.0.0", queue = "short")
public final class ShortGate implements DirectProcess<ShortGate.In, ShortGate.Out> {

  /** What to wait for. */
  public record In(@Title("Name of the file") String name) {}

  /** What was waited for. */
  public record Out(@Title("Name of the file") String name) {}

  @Override
  public Out run(In in, Execution execution) throws InterruptedException {
    while (!Traces.isThere(in.name())) {
      execution.checkStopped();
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return new Out(in.name());
  }
}
