package org.drover.wps.chaos.process;

import org.drover.wps.process.DirectProcess;
import org.drover.wps.process.Execution;
import org.drover.wps.process.ProcessInfo;

/** {@link ShortGate} in the long queue. */
@ProcessInfo(id = "long-gate", title = "Gate, long queue", version = "1.0.0", queue = "long")
public final class LongGate implements DirectProcess<ShortGate.In, ShortGate.Out> {

  @Override
  public ShortGate.Out run(ShortGate.In in, Execution execution) throws InterruptedException {
    return new ShortGate().run(in, execution);
  }
}
