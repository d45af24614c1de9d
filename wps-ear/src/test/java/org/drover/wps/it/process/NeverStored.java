package org.drover.wps.it.process;

import org.drover.wps.process.DirectProcess;
import org.drover.wps.process.Execution;
import org.drover.wps.process.ProcessInfo;
import org.drover.wps.process.Title;

/** Runs only while its client waits. */
@ProcessInfo(
    id = "never-stored",
    title = "Runs only while its client waits",
    version = "1.0.0",
    async = false)
public final class NeverStored implements DirectProcess<NeverStored.In, NeverStored.Out> {

  /** A text. */
  public record In(@Title("Text") String text) {}

  /** The same text. */
  public record Out(@Title("Text") String text) {}

  @Override
  public Out run(In in, Execution execution) {
    return new Out(in.text());
  }
}
