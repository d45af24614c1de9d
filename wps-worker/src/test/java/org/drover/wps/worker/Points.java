package org.drover.wps.worker;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.drover.wps.process.PartitionedProcess;
import org.drover.wps.process.ProcessInfo;
import org.drover.wps.process.StoppedException;
import org.drover.wps.process.Title;
import org.drover.wps.process.data.Feature;
import org.drover.wps.process.data.FeatureCollection;
import org.drover.wps.process.plan.Plan;
import org.drover.wps.process.plan.Source;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Writes points, and stops at one of them. */
@ProcessInfo(id = "points", title = "Points", version = "1.0.0")
public final class Points implements PartitionedProcess<Points.In, Points.Out> {

  public record In(@Title("How many") int count, @Title("Where to stop") int stop) {}

  public record Out(@Title("Points") FeatureCollection points) {}

  /** The one part. */
  public record All(int count) {}

  @Override
  public Plan<Out> plan(In in) {
    return Plan.over(List.of(new All(in.count())))
        .read(part -> Source.of(LongStream.range(0, part.count()).boxed().toList()))
        .checkpointEvery(1)
        .write(
            "OGC:CRS84",
            (part, number, sink) -> {
              if (number == in.stop()) {
                throw new StoppedException("There.");
              }
              Coordinate at = new Coordinate(number, number);
              sink.write(
                  new Feature(
                      Long.toString(number), new GeometryFactory().createPoint(at), Map.of()));
            })
        .join(Out::new);
  }
}
