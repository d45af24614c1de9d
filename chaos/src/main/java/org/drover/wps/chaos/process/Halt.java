package org.drover.wps.chaos.process;

import org.drover.wps.process.DirectProcess;
import org.drover.wps.process.Execution;
import org.drover.wps.process.ProcessInfo;
import org.drover.wps.process.Title;

/** Takes its server down at once, after leaving a trace. */
@ProcessInfo(id = "halt", title = "Halt", version = "1.0.0")
public final class Halt implements DirectProcess<Halt.In, Halt.Out> {

  /** Whose work it is. */
  public record In(@Title("Name of the job in the log") String tag) {}

  /** Never given. */
  public record Out(@Title("Nothing") String nothing) {}

  @Override
  public Out run(In in, Execution execution) {
    Traces.done(in.tag(), 0, 0);
    Runtime.getRuntime().halt(1);
    return new Out("");
  }
}
