package org.drover.wps.processes.waiting;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.drover.wps.process.Estimate;
import org.drover.wps.process.ProcessFailedException;
import org.drover.wps.process.plan.Items;
import org.drover.wps.process.plan.Plan;
import org.drover.wps.process.plan.Source;

/**
 * Parts of numbered items, each of which takes a while. The numbers run through all parts from 0,
 * and what was done with them is kept, so that an item left out or done twice shows.
 *
 * @param items number of items of each part
 * @param millisecondsPerItem how long an item takes
 * @param failAtItem number of the item that fails
 */
record WaitPlan(
    int parts, int items, int millisecondsPerItem, int checkpointEvery, Optional<Long> failAtItem) {

  /** Parts of one job that are usually at work at the same time. */
  private static final int AT_ONCE = 2;

  /** What so many parts cost. */
  static Estimate estimate(int parts, double secondsEach) {
    return Estimate.ofSeconds(secondsEach * Math.ceil((double) parts / AT_ONCE));
  }

  /** One part, counted from 0. */
  record Part(int index) {}

  /** Items done one after the other, first and last included. */
  record Run(long first, long last) {}

  /** The items done, in the order in which they were done. */
  record Done(List<Run> runs) {
    Done {
      runs = List.copyOf(runs);
    }

    static Done nothing() {
      return new Done(List.of());
    }

    Done and(Run more) {
      List<Run> all = new ArrayList<>(runs);
      int end = all.size() - 1;
      if (end >= 0 && all.get(end).last() + 1 == more.first()) {
        all.set(end, new Run(all.get(end).first(), more.last()));
      } else {
        all.add(more);
      }
      return new Done(all);
    }

    long count() {
      return runs.stream().mapToLong(it -> it.last() - it.first() + 1).sum();
    }

    long sum() {
      return runs.stream()
          .mapToLong(it -> (it.first() + it.last()) * (it.last() - it.first() + 1) / 2)
          .sum();
    }

    String text() {
      return String.join(", ", runs.stream().map(it -> it.first() + "-" + it.last()).toList());
    }

    static Done all(List<Done> states) {
      Done all = nothing();
      for (Done state : states) {
        for (Run run : state.runs()) {
          all = all.and(run);
        }
      }
      return all;
    }
  }

  <O extends Record> Plan<O> plan(Function<Done, O> outputs) {
    return Plan.over(IntStream.range(0, parts).mapToObj(Part::new).toList())
        .read(this::items)
        .checkpointEvery(checkpointEvery)
        .fold(Done::nothing, this::wait)
        .join(states -> outputs.apply(Done.all(states)));
  }

  private Done wait(Done done, Long item) {
    if (failAtItem.isPresent() && failAtItem.get().equals(item)) {
      throw new ProcessFailedException(
          "Item " + item + " failed because the input failAtItem asked for it.");
    }
    try {
      TimeUnit.MILLISECONDS.sleep(millisecondsPerItem);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProcessFailedException("The wait was interrupted.", e);
    }
    return done.and(new Run(item, item));
  }

  private Source<Long> items(Part part) {
    long first = (long) part.index() * items;
    return new Source<>() {
      @Override
      public long size() {
        return items;
      }

      @Override
      public Items<Long> openAt(long position) {
        return numbers(LongStream.range(first + position, first + items).iterator());
      }
    };
  }

  private static Items<Long> numbers(Iterator<Long> numbers) {
    return new Items<>() {
      @Override
      public boolean hasNext() {
        return numbers.hasNext();
      }

      @Override
      public Long next() {
        return numbers.next();
      }

      @Override
      public void close() {}
    };
  }
}
