package org.drover.wps.backend.sandbox;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what is sure to come soon, and is not to be broken off. */
final class Patience {

  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(5);

  private Patience() {}

  /** Whether it came within a time. An interrupt is kept for later. */
  static boolean until(BooleanSupplier done, long millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    boolean interrupted = Thread.interrupted();
    try {
      while (!done.getAsBoolean()) {
        if (System.nanoTime() - end > 0) {
          return false;
        }
        LockSupport.parkNanos(PAUSE);
        interrupted |= Thread.interrupted();
      }
      return true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
