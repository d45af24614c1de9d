package org.drover.wps.it.process;

import org.drover.wps.process.DirectProcess;
import org.drover.wps.process.Execution;
import org.drover.wps.process.ProcessInfo;
import org.drover.wps.process.Title;

/** Runs only as a job. */
@ProcessInfo(id = "always-stored", title = "Runs only as a job", version = "1.0.0", sync = false)
public final class AlwaysStored implements DirectProcess<AlwaysStored.In, AlwaysStored.Out> {

  /** A text. */
  public record In(@Title("Text") String text) {}

  /** The same text. */
  public record Out(@Title("Text") String text) {}

  @Override
  public Out run(In in, Execution execution) {
    return new Out(in.text());
  }
}
