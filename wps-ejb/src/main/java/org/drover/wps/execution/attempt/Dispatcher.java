package org.drover.wps.execution.attempt;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.drover.wps.config.Node;
import org.drover.wps.queue.Queues;

/**
 * Sends free slots to the queues: when a job is accepted here, and every second for those accepted
 * elsewhere.
 */
@ApplicationScoped
public class Dispatcher {

  private static final Logger LOG = System.getLogger(Dispatcher.class.getName());

  private static final int MOST_SLOTS = Integer.MAX_VALUE;

  @Resource(lookup = "java:jboss/ee/concurrency/executor/wps-short")
  private ManagedExecutorService shortSlots;

  @Resource(lookup = "java:jboss/ee/concurrency/executor/wps-long")
  private ManagedExecutorService longSlots;

  @Inject private Slot slot;
  @Inject private ServerState server;

  private final Map<String, AtomicLong> calls =
      Map.of(Queues.SHORT, new AtomicLong(), Queues.LONG, new AtomicLong());
  private final Semaphore busy = new Semaphore(MOST_SLOTS);
  private volatile boolean open;

  /** Begins to send slots. */
  void open() {
    open = true;
  }

  /** Sends no more slots; those under way end their jobs or are stopped. */
  void close() {
    open = false;
  }

  private boolean isOpen() {
    return open && !server.isDraining() && Node.ROLE.get().works();
  }

  /**
   * Waits until no slot is busy.
   *
   * @return whether that came about in time
   */
  boolean awaitQuiet(Duration atMost) {
    try {
      return busy.tryAcquire(MOST_SLOTS, atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void jobAccepted(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobAccepted event) {
    call(event.queue());
  }

  /** Calls a slot to each queue. */
  void callAll() {
    calls.keySet().forEach(this::call);
  }

  private void call(String queue) {
    if (!isOpen()) {
      return;
    }
    calls.get(queue).incrementAndGet();
    try {
      executor(queue).execute(() -> workCounted(queue));
    } catch (RejectedExecutionException e) {
      LOG.log(Level.TRACE, "All slots of {0} are taken; they look for the next job.", queue);
    }
  }

  private ManagedExecutorService executor(String queue) {
    return queue.equals(Queues.LONG) ? longSlots : shortSlots;
  }

  private void workCounted(String queue) {
    if (busy.tryAcquire()) {
      try {
        work(queue);
      } finally {
        busy.release();
      }
    }
  }

  /**
   * Runs jobs until there is none. A call that found all slots taken is seen by the last of them.
   */
  private void work(String queue) {
    long seen;
    do {
      seen = calls.get(queue).get();
      while (isOpen() && runNext(queue)) {
        LOG.log(Level.TRACE, "A slot of {0} looks for the next job.", queue);
      }
    } while (isOpen() && seen != calls.get(queue).get());
  }

  private boolean runNext(String queue) {
    try {
      return slot.runNext(queue);
    } catch (RuntimeException | Error e) {
      LOG.log(
          Level.WARNING,
          "A slot of " + queue + " could not take a job; it is tried again in a second.",
          e);
      return false;
    }
  }
}
