package org.drover.wps.bench.server;

/** Lets time pass between two looks at a server. */
public final class Pause {

  private Pause() {}

  public static void milliseconds(long time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
