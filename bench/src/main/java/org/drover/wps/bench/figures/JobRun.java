package org.drover.wps.bench.figures;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.drover.wps.bench.server.Http;
import org.drover.wps.bench.server.Pause;

/**
 * One asynchronous job from its first byte to its end.
 *
 * @param uploaded seconds until it was accepted
 * @param ended seconds until it had ended, from the first byte
 * @param document the final status document
 */
record JobRun(double uploaded, double ended, String document) {

  private static final long PATIENCE_NANOS = 420_000_000_000L;

  static JobRun of(Http http, Http.Body body) throws IOException {
    long start = System.nanoTime();
    String accepted = new String(http.post("/wps/1.0.0", body), StandardCharsets.UTF_8);
    double uploaded = seconds(start);
    String address = StatusAddress.in(accepted);
    String document = accepted;
    while (!document.contains("ProcessSucceeded")) {
      if (document.contains("ProcessFailed") || System.nanoTime() - start > PATIENCE_NANOS) {
        throw new IOException("the job did not succeed: " + Details.shortened(document));
      }
      Pause.milliseconds(100);
      document = new String(http.get(address), StandardCharsets.UTF_8);
    }
    return new JobRun(uploaded, seconds(start), document);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
