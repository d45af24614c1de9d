package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.drover.wps.error.ServerBusyException;
import org.drover.wps.execution.forecast.Forecasts;
import org.drover.wps.queue.QueueLimits;
import org.drover.wps.queue.QueueStore;

/**
 * Holds queues to their limits. Far from the limit nobody counts: a count some seconds old, with
 * what was accepted here since, is enough. Near it jobs are counted and stored one by one.
 */
@ApplicationScoped
public class QueueRoom {

  private static final long COUNT_HOLDS_NANOS = TimeUnit.SECONDS.toNanos(2);

  @Inject private QueueStore queues;
  @Inject private OwnerQuota quota;
  @Inject private Forecasts forecasts;

  private final LongSupplier nanoTime;
  private final Map<String, Line> lines = new ConcurrentHashMap<>();

  public QueueRoom() {
    this(System::nanoTime);
  }

  QueueRoom(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * Takes a place; close it once the job is stored, or is not going to be.
   *
   * @throws ServerBusyException when there is none in the queue, or the owner has as many as one
   *     may have
   */
  Place take(String queue, String owner) {
    Place place = take(queue);
    try {
      OwnerQuota.Hold hold = quota.take(queue, owner);
      return new Place(
          queue,
          () -> {
            hold.close();
            place.close();
          });
    } catch (RuntimeException e) {
      place.close();
      throw e;
    }
  }

  private Place take(String queue) {
    Line line = lines.computeIfAbsent(queue, Line::new);
    return line.take(line.lock.readLock(), line::isRoomSure)
        .or(() -> line.take(line.lock.writeLock(), line::isRoomNow))
        .orElseThrow(() -> full(queue));
  }

  private ServerBusyException full(String queue) {
    Duration wait = RetryTime.of(forecasts.of(queue).untilNextStart());
    return new ServerBusyException(
        "The queue '" + queue + "' is full. Try again in " + wait.toSeconds() + " s.", wait);
  }

  /** A place in a queue, held until the job is stored. */
  record Place(String queue, Runnable end) implements AutoCloseable {
    @Override
    public void close() {
      end.run();
    }
  }

  /** Those sure of their room pass side by side; one who must count waits for them, and alone. */
  private final class Line {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final String queue;
    private long sure;
    private long limit;
    private long countedAt = nanoTime.getAsLong() - COUNT_HOLDS_NANOS - 1;

    private Line(String queue) {
      this.queue = queue;
    }

    private Optional<Place> take(Lock side, BooleanSupplier isRoom) {
      boolean taken = false;
      side.lock();
      try {
        taken = isRoom.getAsBoolean();
      } finally {
        if (!taken) {
          side.unlock();
        }
      }
      return taken ? Optional.of(new Place(queue, side::unlock)) : Optional.empty();
    }

    private synchronized boolean isRoomSure() {
      long now = QueueLimits.waiting(queue);
      if (nanoTime.getAsLong() - countedAt > COUNT_HOLDS_NANOS || now != limit) {
        limit = now;
        sure = (limit - queues.waiting(queue)) / 2;
        countedAt = nanoTime.getAsLong();
      }
      return sure-- > 0;
    }

    private boolean isRoomNow() {
      return queues.waiting(queue) < QueueLimits.waiting(queue);
    }
  }
}
