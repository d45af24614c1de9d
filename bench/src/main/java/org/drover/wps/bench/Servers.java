package org.drover.wps.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.drover.wps.bench.figures.Options;
import org.drover.wps.bench.server.DroverServer;
import org.drover.wps.bench.server.PostgresServer;

/** The servers of one run; closing stops those that were started, the last first. */
final class Servers implements AutoCloseable {

  private final Deque<AutoCloseable> started = new ArrayDeque<>();

  synchronized DroverServer start(Options options) throws IOException {
    Optional<String> database = Optional.empty();
    if (options.postgres()) {
      PostgresServer postgres = PostgresServer.start();
      started.push(postgres);
      database = Optional.of(postgres.url());
    }
    DroverServer drover =
        DroverServer.start(
            options.root(), options.portOffset(), options.sizing(), database, List.of());
    started.push(drover);
    return drover;
  }

  @Override
  public synchronized void close() {
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
