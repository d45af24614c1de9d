package org.drover.wps.processes.waiting;

import java.util.Optional;
import org.drover.wps.process.Estimate;
import org.drover.wps.process.Estimating;
import org.drover.wps.process.PartitionedProcess;
import org.drover.wps.process.ProcessInfo;
import org.drover.wps.process.plan.Plan;

/** Waits in parts, in the queue of long jobs. */
@ProcessInfo(
    id = "wait-in-parts-long",
    title = "Wait in parts, in the long queue",
    version = "1.0.0",
    summary = "As wait-in-parts, in the queue of long jobs.",
    keywords = {"test", "parts", "checkpoint", "recovery"},
    queue = "long")
public final class WaitInPartsLong
    implements PartitionedProcess<WaitInParts.In, WaitInParts.Out>, Estimating<WaitInParts.In> {

  private final WaitInParts same = new WaitInParts();

  @Override
  public Optional<Estimate> estimate(WaitInParts.In in) {
    return same.estimate(in);
  }

  @Override
  public Plan<WaitInParts.Out> plan(WaitInParts.In in) {
    return same.plan(in);
  }
}
