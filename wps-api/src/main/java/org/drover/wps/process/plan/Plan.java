package org.drover.wps.process.plan;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.drover.wps.process.data.FeatureCollection;

/**
 * How a partitioned process does its work. Reads as a sentence:
 *
 * <pre>{@code
 * Plan.over(parts)                    // small records, stored with the job
 *     .read(part -> source(part))     // items, from any position
 *     .checkpointEvery(1_000)         // items
 *     .write(crs, (part, item, sink) -> …) // large results: features; or
 *     .fold(Sum::zero, Sum::add)      // small results: a record, part of the checkpoint
 *     .join(results -> new Out(…));   // once, after the last part
 * }</pre>
 *
 * <p>Only parts, positions and folded states are stored, as plain data. The functions are made anew
 * by calling {@link org.drover.wps.process.PartitionedProcess#plan} again.
 *
 * @param <O> the record of outputs
 */
public final class Plan<O extends Record> {

  /** Items between two checkpoints when the plan does not say. */
  public static final int DEFAULT_CHECKPOINT_INTERVAL = 1_000;

  private final List<? extends Record> parts;
  private final Function<Record, Source<?>> reader;
  private final int checkpointInterval;
  private final Work<O> work;

  private Plan(
      List<? extends Record> parts,
      Function<Record, Source<?>> reader,
      int checkpointInterval,
      Work<O> work) {
    this.parts = parts;
    this.reader = reader;
    this.checkpointInterval = checkpointInterval;
    this.work = work;
  }

  /** The parts, in order. */
  public List<? extends Record> parts() {
    return parts;
  }

  /** The items of a part. */
  public Source<?> read(Record part) {
    return reader.apply(part);
  }

  /** Items between two checkpoints. */
  public int checkpointInterval() {
    return checkpointInterval;
  }

  /** The same plan with another number of items between two checkpoints, at least 1. */
  public Plan<O> checkpointEvery(int items) {
    requireInterval(items);
    return new Plan<>(parts, reader, items, work);
  }

  private static void requireInterval(int items) {
    if (items < 1) {
      throw new IllegalArgumentException("a checkpoint is at least one item away");
    }
  }

  /** What is done with the items. */
  public Work<O> work() {
    return work;
  }

  /**
   * What is done with the items of each part, and at the end with the results of all.
   *
   * @param <O> the record of outputs
   */
  public sealed interface Work<O extends Record> permits Writing, Folding {}

  /**
   * Each item leads to features, kept in files per part.
   *
   * @param crs CRS of the written geometries, {@code OGC:CRS84} or {@code EPSG:nnnn}
   * @param join gets, from the server, the features of all parts in order
   */
  public record Writing<O extends Record>(
      String crs, ItemWriter<Record, Object> writer, Function<FeatureCollection, O> join)
      implements Work<O> {}

  /**
   * Each item changes a state, kept in the checkpoint.
   *
   * @param join gets the last states of all parts in order
   */
  public record Folding<O extends Record>(
      Supplier<? extends Record> zero,
      BiFunction<Record, Object, Record> fold,
      Function<List<Record>, O> join)
      implements Work<O> {}

  /** Writes what one item leads to. */
  @FunctionalInterface
  public interface ItemWriter<P, T> {
    void write(P part, T item, FeatureSink sink) throws Exception;
  }

  /** Begins a plan over parts; there is at least one. */
  public static <P extends Record> Parts<P> over(List<P> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a plan has at least one part");
    }
    return new Parts<>(List.copyOf(parts));
  }

  /** A plan that knows its parts. */
  public static final class Parts<P extends Record> {
    private final List<P> parts;

    private Parts(List<P> parts) {
      this.parts = parts;
    }

    public <T> Reading<P, T> read(Function<P, Source<T>> reader) {
      return new Reading<>(parts, reader, DEFAULT_CHECKPOINT_INTERVAL);
    }
  }

  /** A plan that knows its parts and their items. */
  public static final class Reading<P extends Record, T> {
    private final List<P> parts;
    private final Function<P, Source<T>> reader;
    private final int checkpointInterval;

    private Reading(List<P> parts, Function<P, Source<T>> reader, int checkpointInterval) {
      this.parts = parts;
      this.reader = reader;
      this.checkpointInterval = checkpointInterval;
    }

    /** Sets the number of items between two checkpoints, at least 1. */
    public Reading<P, T> checkpointEvery(int items) {
      requireInterval(items);
      return new Reading<>(parts, reader, items);
    }

    /**
     * @param crs CRS of the written geometries, {@code OGC:CRS84} or {@code EPSG:nnnn}
     * @param writer writes the features an item leads to
     */
    public Written<P, T> write(String crs, ItemWriter<P, T> writer) {
      return new Written<>(this, crs, writer);
    }

    /**
     * @param zero the state before the first item
     * @param fold the state after one more item; states are small records of plain data
     */
    public <S extends Record> Folded<P, T, S> fold(Supplier<S> zero, BiFunction<S, T, S> fold) {
      return new Folded<>(this, zero, fold);
    }

    @SuppressWarnings("unchecked")
    private <O extends Record> Plan<O> with(Work<O> work) {
      return new Plan<>(parts, part -> reader.apply((P) part), checkpointInterval, work);
    }
  }

  /** A plan whose parts write features. */
  public static final class Written<P extends Record, T> {
    private final Reading<P, T> reading;
    private final String crs;
    private final ItemWriter<P, T> writer;

    private Written(Reading<P, T> reading, String crs, ItemWriter<P, T> writer) {
      this.reading = reading;
      this.crs = crs;
      this.writer = writer;
    }

    /**
     * @param join makes the outputs from the features of all parts, in order
     */
    @SuppressWarnings("unchecked")
    public <O extends Record> Plan<O> join(Function<FeatureCollection, O> join) {
      return reading.with(
          new Writing<>(crs, (part, item, sink) -> writer.write((P) part, (T) item, sink), join));
    }
  }

  /** A plan whose parts fold a state. */
  public static final class Folded<P extends Record, T, S extends Record> {
    private final Reading<P, T> reading;
    private final Supplier<S> zero;
    private final BiFunction<S, T, S> fold;

    private Folded(Reading<P, T> reading, Supplier<S> zero, BiFunction<S, T, S> fold) {
      this.reading = reading;
      this.zero = zero;
      this.fold = fold;
    }

    /**
     * @param join makes the outputs from the states of all parts, in order
     */
    @SuppressWarnings("unchecked")
    public <O extends Record> Plan<O> join(Function<List<S>, O> join) {
      return reading.with(
          new Folding<>(
              zero,
              (state, item) -> fold.apply((S) state, (T) item),
              states -> join.apply((List<S>) states)));
    }
  }
}
