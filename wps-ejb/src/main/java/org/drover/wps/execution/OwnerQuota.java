package org.drover.wps.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.drover.wps.error.ServerBusyException;
import org.drover.wps.execution.forecast.Forecasts;
import org.drover.wps.queue.QueueLimits;
import org.drover.wps.queue.QueueStore;

/**
 * Holds owners to the number of jobs they may have waiting. Where there is such a quota, the jobs
 * of an owner are counted and stored one by one; several nodes may together accept a few more in
 * the same moment.
 */
@ApplicationScoped
public class OwnerQuota {

  /** Owners share locks: whoever has the wrong name waits for a stranger's commit. */
  private static final int LOCKS = 64;

  @Inject private QueueStore queues;
  @Inject private Forecasts forecasts;

  private final Lock[] locks =
      Stream.generate(() -> new ReentrantLock(true)).limit(LOCKS).toArray(Lock[]::new);

  /** Keeps the owner's number of jobs from changing until it is closed. */
  interface Hold extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Makes sure that an owner may have one more job waiting.
   *
   * @throws ServerBusyException if not
   */
  Hold take(String queue, String owner) {
    long most = QueueLimits.OWNER_WAITING.get();
    if (most == Long.MAX_VALUE) {
      return () -> {};
    }
    Lock lock = locks[Math.floorMod(owner.hashCode(), LOCKS)];
    lock.lock();
    boolean room = false;
    try {
      room = queues.waitingOf(owner) < most;
    } finally {
      if (!room) {
        lock.unlock();
      }
    }
    if (!room) {
      throw full(queue, owner, most);
    }
    return lock::unlock;
  }

  private ServerBusyException full(String queue, String owner, long most) {
    Duration wait = RetryTime.of(forecasts.of(queue).untilNextStart(owner));
    return new ServerBusyException(
        "Your quota of waiting jobs, "
            + most
            + ", is used up. Try again in "
            + wait.toSeconds()
            + " s, or dismiss one.",
        wait);
  }
}
