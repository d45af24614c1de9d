package org.drover.wps.execution.outside;

import java.util.List;
import java.util.stream.LongStream;
import org.drover.wps.process.PartitionedProcess;
import org.drover.wps.process.ProcessInfo;
import org.drover.wps.process.Title;
import org.drover.wps.process.plan.Plan;
import org.drover.wps.process.plan.Source;

/** Adds up numbers, a hundred in each part. */
@ProcessInfo(id = "sums", title = "Sums", version = "1.0.0")
public final class Sums implements PartitionedProcess<Sums.In, Sums.Out> {

  public record In(@Title("How many hundreds") int hundreds) {}

  public record Out(@Title("Sum") long sum) {}

  /** A hundred numbers. */
  public record Hundred(long from) {}

  /** What has been added up. */
  public record Sum(long sum) {}

  @Override
  public Plan<Out> plan(In in) {
    List<Hundred> parts =
        LongStream.range(0, in.hundreds()).mapToObj(it -> new Hundred(it * 100)).toList();
    return Plan.over(parts)
        .read(part -> Source.of(LongStream.range(part.from(), part.from() + 100).boxed().toList()))
        .checkpointEvery(10)
        .fold(() -> new Sum(0), (sum, number) -> new Sum(sum.sum() + number))
        .join(all -> new Out(all.stream().mapToLong(Sum::sum).sum()));
  }
}
