package org.drover.wps.processes.waiting;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.Optional;
import org.drover.wps.process.Default;
import org.drover.wps.process.Estimate;
import org.drover.wps.process.Estimating;
import org.drover.wps.process.PartitionedProcess;
import org.drover.wps.process.ProcessInfo;
import org.drover.wps.process.Title;
import org.drover.wps.process.plan.Plan;

/** Waits in parts, in the queue of short jobs. */
@ProcessInfo(
    id = "wait-in-parts",
    title = "Wait in parts",
    version = "1.0.0",
    summary =
        "Parts of numbered items, each of which takes a while. The numbers run through all parts"
            + " from 0. The outputs show which were done: none is left out and none done twice,"
            + " whatever was interrupted.",
    keywords = {"test", "parts", "checkpoint", "recovery"},
    queue = "short")
public final class WaitInParts
    implements PartitionedProcess<WaitInParts.In, WaitInParts.Out>, Estimating<WaitInParts.In> {

  /** How much to wait. */
  public record In(
      @Title("Number of parts") @Min(1) @Max(1_000) @Default("4") int parts,
      @Title("Items of each part") @Min(0) @Max(1_000_000) @Default("10") int items,
      @Title(value = "Time of each item", unit = "ms", moreUnits = "s")
          @Min(0)
          @Max(10_000)
          @Default("100")
          int millisecondsPerItem,
      @Title("Items between checkpoints") @Min(1) @Max(100_000) @Default("1") int checkpointEvery,
      @Title(value = "Failing item", summary = "Number of the item that fails. Without it, none.")
          Optional<@PositiveOrZero Long> failAtItem) {}

  /** What was done. */
  public record Out(
      @Title("Number of items done") long count,
      @Title("Sum of the numbers of the items done") long sum,
      @Title(
              value = "Items done",
              summary = "Runs of consecutive items in order, such as 0-39; one run is right.")
          String runs) {}

  @Override
  public Optional<Estimate> estimate(In in) {
    return Optional.of(WaitPlan.estimate(in.parts(), 1e-3 * in.items() * in.millisecondsPerItem()));
  }

  @Override
  public Plan<Out> plan(In in) {
    return new WaitPlan(
            in.parts(), in.items(), in.millisecondsPerItem(), in.checkpointEvery(), in.failAtItem())
        .plan(done -> new Out(done.count(), done.sum(), done.text()));
  }
}
