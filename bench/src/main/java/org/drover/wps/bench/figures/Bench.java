package org.drover.wps.bench.figures;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import org.drover.wps.bench.load.Target;
import org.drover.wps.bench.server.DroverServer;

/** What every group of figures works with. */
public record Bench(Options options, DroverServer server, Report report) {

  /** A target at the server under measurement. */
  Target target(String name, List<byte[]> requests, String sign) {
    return new Target(name, server.address(), requests, sign);
  }

  Comparison compare(List<Target> targets, int connections) throws IOException {
    return Comparison.of(
        targets,
        connections,
        new Comparison.Rounds(options.scaled(5, 3), options.scaled(2000, 1000)),
        server.pid());
  }

  InetSocketAddress address() {
    return server.address();
  }
}
