package org.drover.wps.execution.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.drover.wps.job.Job;
import org.drover.wps.process.Estimate;
import org.drover.wps.queue.QueueLimits;
import org.drover.wps.queue.QueueLine;
import org.drover.wps.queue.QueueStore;

/**
 * Tells places and times. A queue is read as a whole for that, so rarely that it does not matter:
 * once a second, and a long one not longer than a twentieth of the time. In between clients are
 * told what was read last.
 */
@ApplicationScoped
public class Forecasts {

  /** So many places are told exactly; behind them it is "more than that". */
  static final int MOST = 1_000;

  /** A queue with so few waiting is kept up to date with those that come. */
  private static final int SMALL = 200;

  private static final long HOLDS_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int RARELY = 20;

  /** Percent from which a process's own word says more than earlier runs. */
  private static final int TELLING = 5;

  @Inject private QueueStore queues;
  @Inject private RunTimes runTimes;

  private final LongSupplier nanoTime;
  private final RecentStarts starts = new RecentStarts();
  private final Map<String, Line> lines = new ConcurrentHashMap<>();

  public Forecasts() {
    this(System::nanoTime);
  }

  Forecasts(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** The queue as it stood a moment ago. */
  public Forecast of(String queue) {
    return line(queue).notOlderThan(HOLDS_NANOS);
  }

  /** The outlook of a job that has just been stored; those who come next find it before them. */
  public Outlook ofNew(Job job) {
    Line line = line(job.queue());
    Forecast fresh = line.forNew();
    QueueLine.Waiting waiting = waiting(job);
    line.change(it -> it.and(waiting));
    starts.of(job.id()).ifPresent(at -> line.change(it -> it.afterStartOf(job.id(), at)));
    return fresh.of(waiting);
  }

  /** Takes note that a waiting job begins here. */
  public void begins(Job job) {
    Instant at = job.started().orElseThrow();
    starts.add(job.id(), at);
    Line line = lines.get(job.queue());
    if (line != null) {
      line.change(it -> it.afterStartOf(job.id(), at));
    }
  }

  /** Takes note that the order of a queue has changed. */
  public void forget(String queue) {
    lines.remove(queue);
  }

  /** The outlook of a job that waits. */
  public Outlook ofWaiting(Job job) {
    Forecast recent = of(job.queue());
    Forecast known = recent.knows(job.id()) ? recent : line(job.queue()).notOlderThan(FRESH_NANOS);
    return known.of(waiting(job));
  }

  private static QueueLine.Waiting waiting(Job job) {
    return new QueueLine.Waiting(job.id(), job.owner(), job.terms().priority(), 0, load(job));
  }

  /**
   * The outlook of a job that runs: by its own progress, or else by earlier runs. Without an end
   * when it has taken longer than those.
   */
  public Outlook ofRunning(Job job) {
    if (job.epoch() != 1 || job.started().isEmpty()) {
      return Outlook.NONE;
    }
    Instant started = job.started().get();
    Instant now = line(job.queue()).databaseTime();
    if (job.percent() < TELLING) {
      return Outlook.endingAt(
          of(job.queue()).end(started, load(job)).filter(it -> it.isAfter(now)));
    }
    long millis = Math.max(0, Duration.between(started, now).toMillis());
    return Outlook.endingAt(
        Optional.of(now.plusMillis(millis * (100 - job.percent()) / job.percent())));
  }

  /** The outlook of a run the client waits for. */
  public Outlook ofRunNow(String queue, QueueLine.Load load) {
    return Outlook.endingAt(of(queue).end(line(queue).databaseTime(), load));
  }

  private static QueueLine.Load load(Job job) {
    return load(job.process(), job.terms().estimate());
  }

  /** What tells how long a run of a process will take. */
  public static QueueLine.Load load(String process, Optional<Estimate> estimate) {
    return new QueueLine.Load(
        process,
        estimate.map(it -> OptionalDouble.of(it.seconds())).orElseGet(OptionalDouble::empty));
  }

  private Line line(String queue) {
    return lines.computeIfAbsent(queue, Line::new);
  }

  /** What was read of one queue. */
  private final class Line {
    private final ReentrantLock reading = new ReentrantLock();
    private final String queue;
    private final AtomicReference<Reading> last = new AtomicReference<>();

    private Line(String queue) {
      this.queue = queue;
    }

    /** What was read, from when to when by the node's own clock. */
    private record Reading(Forecast forecast, long begun, long ended) {

      private boolean isSmall() {
        return forecast.total() <= SMALL;
      }

      private Reading with(UnaryOperator<Forecast> change) {
        return new Reading(change.apply(forecast), begun, ended);
      }
    }

    /** The queue as it was so long ago at most; longer ago while somebody is reading it. */
    private Forecast notOlderThan(long nanos) {
      Reading known = last.get();
      if (known == null) {
        reading.lock();
      } else if (!isOlder(known, nanos) || !reading.tryLock()) {
        return known.forecast();
      }
      try {
        known = last.get();
        if (known == null || isOlder(known, nanos)) {
          known = read();
        }
        return known.forecast();
      } finally {
        reading.unlock();
      }
    }

    /** A small line knows who came and went here since it was read; of a long one nobody noted. */
    private Forecast forNew() {
      Reading known = last.get();
      return notOlderThan(known != null && known.isSmall() ? HOLDS_NANOS : FRESH_NANOS);
    }

    private boolean isOlder(Reading known, long nanos) {
      long cost = known.isSmall() ? 0 : known.ended() - known.begun();
      long holds = Math.max(nanos, RARELY * cost);
      return nanoTime.getAsLong() - known.ended() > holds;
    }

    private Reading read() {
      long begun = nanoTime.getAsLong();
      boolean held = QueueLimits.of(queue).running() == 0;
      Forecast forecast = new Forecast(queues.line(queue, MOST), runTimes::expected, held);
      Reading read = new Reading(forecast, begun, nanoTime.getAsLong());
      last.set(read);
      return read;
    }

    private void change(UnaryOperator<Forecast> change) {
      last.updateAndGet(it -> it == null || !it.isSmall() ? it : it.with(change));
    }

    private Instant databaseTime() {
      notOlderThan(HOLDS_NANOS);
      Reading known = last.get();
      return known.forecast().at().plusNanos(nanoTime.getAsLong() - known.begun());
    }
  }
}
