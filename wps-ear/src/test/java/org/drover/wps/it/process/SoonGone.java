package org.drover.wps.it.process;

import org.drover.wps.process.DirectProcess;
import org.drover.wps.process.Execution;
import org.drover.wps.process.ProcessInfo;
import org.drover.wps.process.Title;

/** Is forgotten soon. */
@ProcessInfo(id = "soon-gone", title = "Is forgotten soon", version = "1.0.0", keep = "PT5S")
public final class SoonGone implements DirectProcess<SoonGone.In, SoonGone.Out> {

  /** A text. */
  public record In(@Title("Text") String text) {}

  /** The same text. */
  public record Out(@Title("Text") String text) {}

  @Override
  public Out run(In in, Execution execution) {
    return new Out(in.text());
  }
}
