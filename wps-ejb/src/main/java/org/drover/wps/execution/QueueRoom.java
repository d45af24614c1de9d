package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.drover.wps.config.Setting;
import org.drover.wps.error.Fault;
import org.drover.wps.error.WpsException;
import org.drover.wps.queue.QueueStore;

/**
 * Holds queues to their limits. Far from the limit nobody counts: a count some seconds old, with
 * what was accepted here since, is enough. Near it jobs are counted and stored one by one.
 */
@ApplicationScoped
public class QueueRoom {

  /** How many jobs may wait in a queue. */
  public static final Setting<Long> MAX_WAITING = Setting.number("drover.queue.waiting", 100_000);

  private static final long COUNT_HOLDS_NANOS = TimeUnit.SECONDS.toNanos(2);

  @Inject private QueueStore queues;

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
   * @throws WpsException SERVER_BUSY when there is none
   */
  Place take(String queue) {
    Line line = lines.computeIfAbsent(queue, Line::new);
    return line.take(line.lock.readLock(), line::isRoomSure)
        .or(() -> line.take(line.lock.writeLock(), line::isRoomNow))
        .orElseThrow(
            () ->
                new WpsException(
                    Fault.SERVER_BUSY, "The queue '" + queue + "' is full. Try again later."));
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
      if (nanoTime.getAsLong() - countedAt > COUNT_HOLDS_NANOS) {
        sure = (MAX_WAITING.get() - queues.waiting(queue)) / 2;
        countedAt = nanoTime.getAsLong();
      }
      return sure-- > 0;
    }

    private boolean isRoomNow() {
      return queues.waiting(queue) < MAX_WAITING.get();
    }
  }
}
