package org.drover.wps.data.fetch;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends fetches that take too long, or that nobody waits for any more. A socket's own limit is on
 * silence only: a server that sends a byte now and then, in its header or body, would hold a slot
 * for ever. And a thread that reads from a socket cannot be interrupted.
 */
final class Deadline implements AutoCloseable {

  private static final int LOOK_MILLIS = 100;

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, Deadline::thread);

  Deadline() {
    timer.setRemoveOnCancelPolicy(true);
    timer.setKeepAliveTime(10, TimeUnit.SECONDS);
    timer.allowCoreThreadTimeOut(true);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "drover-fetch-deadline");
    thread.setDaemon(true);
    return thread;
  }

  /** Aborts once a watch is over, and again until it is cancelled: a connection may be so new. */
  ScheduledFuture<?> whenOver(Watch watch, Runnable abort) {
    return timer.scheduleWithFixedDelay(
        () -> {
          if (watch.isOver()) {
            abort.run();
          }
        },
        LOOK_MILLIS,
        LOOK_MILLIS,
        TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
