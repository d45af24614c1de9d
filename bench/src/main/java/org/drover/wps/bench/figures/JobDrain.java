package org.drover.wps.bench.figures;

import java.io.IOException;
import org.drover.wps.bench.server.Http;
import org.drover.wps.bench.server.Pause;

/** Waits until every accepted job has ended. */
final class JobDrain {

  private static final long PATIENCE_NANOS = 120_000_000_000L;

  private JobDrain() {}

  static void await(Http http) throws IOException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!http.post("/w/rows/open").equals("0")) {
      if (System.nanoTime() > end) {
        throw new IOException(http.post("/w/rows/open") + " jobs have not ended after 2 minutes");
      }
      Pause.milliseconds(25);
    }
  }
}
