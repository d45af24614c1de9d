package org.drover.wps.it.process;

import java.util.List;
import org.drover.wps.process.DirectProcess;
import org.drover.wps.process.Encoded;
import org.drover.wps.process.Execution;
import org.drover.wps.process.Formats;
import org.drover.wps.process.Occurs;
import org.drover.wps.process.ProcessInfo;
import org.drover.wps.process.Title;
import org.drover.wps.process.data.ComplexData;

/** Has a group of inputs, given several times, and a group of outputs. */
@ProcessInfo(id = "journey", title = "Adds up the legs of a journey", version = "1.0.0")
public final class Journey implements DirectProcess<Journey.In, Journey.Out> {

  /** A way between two places. */
  public record Leg(
      @Title("Where to") String to,
      @Title(value = "Length", unit = "km") double length,
      @Title("Remark") @Formats({@Encoded(mediaType = "text/plain")}) ComplexData remark) {}

  /** All ways. */
  public record In(@Title("Legs") @Occurs(min = 1, max = 5) List<Leg> leg) {}

  /** Figures. */
  public record Sums(@Title("Number") int legs, @Title("Length") double length) {}

  /** What comes out. */
  public record Out(@Title("Figures") Sums sums, @Title("Stations") String stations) {}

  @Override
  public Out run(In in, Execution execution) throws Exception {
    StringBuilder stations = new StringBuilder();
    double length = 0;
    for (Leg leg : in.leg()) {
      length += leg.length();
      stations.append(leg.to()).append(leg.remark().open().readAllBytes().length).append(' ');
    }
    return new Out(new Sums(in.leg().size(), length), stations.toString().trim());
  }
}
