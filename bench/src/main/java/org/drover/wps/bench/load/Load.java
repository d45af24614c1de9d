package org.drover.wps.bench.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** A closed loop: each connection sends its next request when the answer to the last has come. */
public final class Load {

  private static final long PATIENCE_MILLIS = 20_000;

  private final Target target;
  private final byte[] sign;
  private final int limit;
  private final long end;
  private final Consumer<Answer> answers;
  private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
  private long[] latencies = new long[1 << 16];
  private int right;
  private int wrong;
  private int sent;
  private String firstWrong = "";

  private Load(Target target, int limit, Duration time, Consumer<Answer> answers) {
    this.target = target;
    this.sign = target.sign().getBytes(StandardCharsets.UTF_8);
    this.limit = limit;
    this.end = System.nanoTime() + time.toNanos();
    this.answers = answers;
  }

  /** Loads for this long. */
  public static Sample run(Target target, int connections, Duration time) throws IOException {
    return new Load(target, Integer.MAX_VALUE, time, answer -> {}).run(connections);
  }

  /**
   * Sends so many requests.
   *
   * @param answers takes each right answer
   */
  public static Sample send(
      Target target, int connections, int count, Duration limit, Consumer<Answer> answers)
      throws IOException {
    return new Load(target, count, limit, answers).run(connections);
  }

  private Sample run(int count) throws IOException {
    List<Connection> connections = new ArrayList<>();
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < count; i++) {
        connections.add(new Connection(target.address(), selector));
      }
      long start = System.nanoTime();
      for (Connection each : connections) {
        sendNext(each);
      }
      while (sent > right + wrong) {
        if (selector.select(PATIENCE_MILLIS) == 0) {
          throw new IOException(target.name() + ": no answer for 20 s");
        }
        turn(selector);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      return Sample.of(latencies, right, seconds, wrong, firstWrong);
    } finally {
      for (Connection each : connections) {
        each.close();
      }
    }
  }

  private void turn(Selector selector) throws IOException {
    for (SelectionKey key : selector.selectedKeys()) {
      Connection connection = (Connection) key.attachment();
      if (key.isWritable()) {
        connection.write();
      }
      if (key.isReadable() && connection.read(buffer)) {
        count(connection);
        sendNext(connection);
      }
    }
    selector.selectedKeys().clear();
  }

  private void sendNext(Connection connection) throws IOException {
    if (sent < limit && System.nanoTime() < end) {
      connection.send(target.requests().get(sent % target.requests().size()));
      sent++;
    }
  }

  private void count(Connection connection) {
    long nanos = System.nanoTime() - connection.sentAt();
    Answer answer = connection.answer();
    if (answer.status() == 200 && answer.bodyContains(sign)) {
      if (right == latencies.length) {
        latencies = Arrays.copyOf(latencies, right * 2);
      }
      latencies[right++] = nanos;
      answers.accept(answer);
    } else {
      if (wrong++ == 0) {
        firstWrong = answer.status() + " " + answer.body();
      }
    }
  }
}
