package org.drover.wps.data.fetch;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends fetches that take too long. A socket's own limit is on silence only: a server that sends a
 * byte now and then, in its header or body, would hold a slot for ever.
 */
final class Deadline implements AutoCloseable {

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

  /** Runs something after a time, unless it is cancelled. */
  ScheduledFuture<?> after(Duration time, Runnable abort) {
    return timer.schedule(abort, time.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
