package org.drover.wps.chaos.process;

import jakarta.validation.constraints.Min;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.drover.wps.process.PartitionedProcess;
import org.drover.wps.process.ProcessFailedException;
import org.drover.wps.process.ProcessInfo;
import org.drover.wps.process.Title;
import org.drover.wps.process.plan.Items;
import org.drover.wps.process.plan.Plan;
import org.drover.wps.process.plan.Source;

/** Works through items that take a while, and leaves a trace of each that is done. */
@ProcessInfo(id = "logged-items", title = "Logged items", version = "1.0.0")
public final class LoggedItems implements PartitionedProcess<LoggedItems.In, LoggedItems.Out> {

  /** How much to do. */
  public record In(
      @Title("Name of the job in the log") String tag,
      @Title("Number of parts") @Min(1) int parts,
      @Title("Items of each part") @Min(1) int items,
      @Title("Time of each item, in ms") @Min(0) int milliseconds,
      @Title("Items between checkpoints") @Min(1) int checkpointEvery) {}

  /** What was done, as the checkpoints tell. */
  public record Out(
      @Title("Number of items done") long count, @Title("Sum of their numbers") long sum) {}

  /** A part, counted from 0. */
  public record Part(int no) {}

  /** Count and sum of the items done. */
  public record Done(long count, long sum) {
    Done and(Done other) {
      return new Done(count + other.count, sum + other.sum);
    }
  }

  @Override
  public Plan<Out> plan(In in) {
    return Plan.over(IntStream.range(0, in.parts()).mapToObj(Part::new).toList())
        .read(part -> new Numbers(in, part))
        .checkpointEvery(in.checkpointEvery())
        .fold(() -> new Done(0, 0), (done, item) -> work(in, done, item))
        .join(LoggedItems::sum);
  }

  private static Out sum(List<Done> parts) {
    Done all = parts.stream().reduce(new Done(0, 0), Done::and);
    return new Out(all.count(), all.sum());
  }

  private static Done work(In in, Done done, Item item) {
    try {
      TimeUnit.MILLISECONDS.sleep(in.milliseconds());
      Traces.done(in.tag(), item.part(), item.no());
      return done.and(new Done(1, (long) item.part() * in.items() + item.no()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProcessFailedException("The work was interrupted.", e);
    }
  }

  /** An item of a part. */
  public record Item(int part, int no) {}

  /** The items of a part. */
  public record Numbers(In in, Part part) implements Source<Item> {
    @Override
    public long size() {
      return in.items();
    }

    @Override
    public Items<Item> openAt(long position) {
      return new Rest(
          IntStream.range((int) position, in.items())
              .mapToObj(it -> new Item(part.no(), it))
              .iterator());
    }
  }

  /** Items still to be done. */
  public record Rest(Iterator<Item> items) implements Items<Item> {
    @Override
    public boolean hasNext() {
      return items.hasNext();
    }

    @Override
    public Item next() {
      return items.next();
    }

    @Override
    public void close() {}
  }
}
