package org.drover.wps.processes.basic;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.drover.wps.process.Default;
import org.drover.wps.process.DirectProcess;
import org.drover.wps.process.Estimate;
import org.drover.wps.process.Estimating;
import org.drover.wps.process.Execution;
import org.drover.wps.process.ProcessFailedException;
import org.drover.wps.process.ProcessInfo;
import org.drover.wps.process.Range;
import org.drover.wps.process.Title;

/** Waits, tells how far it is, and fails if it is told to. */
@ProcessInfo(
    id = "wait",
    title = "Wait",
    version = "1.0.0",
    summary =
        "Waits for a time in equal steps and reports each step as progress. It can be dismissed at"
            + " any moment, and fails at a step of your choice. Good for trying asynchronous"
            + " execution.",
    keywords = {"test", "progress", "asynchronous", "dismiss"})
public final class Wait implements DirectProcess<Wait.In, Wait.Out>, Estimating<Wait.In> {

  private static final Duration LONGEST_NAP = Duration.ofMillis(100);

  /** What to wait for. */
  public record In(
      @Title(
              value = "Time to wait",
              summary = "All steps together.",
              unit = "s",
              moreUnits = {"ms", "min", "h"})
          @Range(min = "0", max = "86400")
          @Default("10")
          double seconds,
      @Title("Number of steps") @Min(1) @Max(10_000) @Default("10") int steps,
      @Title(value = "Failing step", summary = "The first step is 1. Without it, none fails.")
          Optional<@Min(1) Integer> failAtStep) {}

  /** What was done. */
  public record Out(
      @Title("Steps done") int steps, @Title(value = "Time waited", unit = "s") double seconds) {}

  @Override
  public Optional<Estimate> estimate(In in) {
    return Optional.of(Estimate.ofSeconds(in.seconds()));
  }

  @Override
  public Out run(In in, Execution execution) throws InterruptedException {
    long start = System.nanoTime();
    for (int step = 1; step <= in.steps(); step++) {
      if (in.failAtStep().isPresent() && in.failAtStep().get() == step) {
        throw new ProcessFailedException(
            "Step " + step + " failed because the input failAtStep asked for it.");
      }
      waitUntil(start + nanos(in.seconds() * step / in.steps()), execution);
      execution.progress(100.0 * step / in.steps(), "Step " + step + " of " + in.steps());
    }
    return new Out(in.steps(), (System.nanoTime() - start) / 1e9);
  }

  private static void waitUntil(long end, Execution execution) throws InterruptedException {
    execution.checkStopped();
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      TimeUnit.NANOSECONDS.sleep(Math.min(left, LONGEST_NAP.toNanos()));
      execution.checkStopped();
    }
  }

  private static long nanos(double seconds) {
    return Math.round(seconds * 1e9);
  }
}
