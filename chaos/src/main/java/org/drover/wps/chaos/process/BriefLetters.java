package org.drover.wps.chaos.process;

import java.io.IOException;
import org.drover.wps.process.DirectProcess;
import org.drover.wps.process.Execution;
import org.drover.wps.process.ProcessInfo;

/** {@link Letters}, kept for fifteen seconds. */
@ProcessInfo(id = "brief-letters", title = "Brief letters", version = "1.0.0", keep = "PT15S")
public final class BriefLetters implements DirectProcess<Letters.In, Letters.Out> {

  @Override
  public Letters.Out run(Letters.In in, Execution execution) throws IOException {
    return new Letters().run(in, execution);
  }
}
