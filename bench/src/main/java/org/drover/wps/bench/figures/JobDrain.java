package org.drover.wps.bench.figures;

import java.io.IOException;
import org.drover.wps.bench.server.Http;
import org.drover.wps.bench.server.Pause;

/** Waits until every accepted job has ended. */
final class JobDrain {

  private static final long PATIENCE_NANOS = 300_000_000_000L;

  private JobDrain() {}

  static void await(Http http) throws IOException {
    await(http, 0);
  }

  /** Waits until no more than so many have not ended. */
  static void await(Http http, int left) throws IOException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (open(http) > left) {
      if (System.nanoTime() > end) {
        throw new IOException(open(http) + " jobs have not ended after 5 minutes");
      }
      Pause.milliseconds(25);
    }
  }

  private static long open(Http http) throws IOException {
    return Long.parseLong(http.post("/w/rows/open"));
  }
}
