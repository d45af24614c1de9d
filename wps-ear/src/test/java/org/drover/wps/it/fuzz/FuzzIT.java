package org.drover.wps.it.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.drover.wps.it.SharedServer;
import org.drover.wps.it.client.WpsClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Spoilt requests of every protocol: never a defect, a hang or an ill-formed answer, and good ones
 * are answered afterwards as before. What is sent follows from {@code -Ddrover.fuzz.seed}; {@code
 * -Ddrover.fuzz.requests} and {@code -Ddrover.fuzz.seconds} make a longer run.
 */
@Tag("any-database")
@ExtendWith(SharedServer.class)
class FuzzIT {

  private static final long SEED = Long.getLong("drover.fuzz.seed", 20_261_122);
  private static final int REQUESTS = Integer.getInteger("drover.fuzz.requests", 3000);
  private static final Duration LONGEST =
      Duration.ofSeconds(Integer.getInteger("drover.fuzz.seconds", 30));
  private static final int FEWEST = 200;
  private static final int THREADS = 3;
  private static final int ENOUGH_FAILURES = 5;
  private static final int SHOWN = 3000;

  /** Longer than any limit of the server for one request. */
  private static final Duration HANGS = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final URI base;
  private final List<GoodRequest> good = GoodRequest.all();
  private final AtomicInteger next = new AtomicInteger();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();

  FuzzIT(WpsClient wps) {
    this.base = wps.base();
  }

  @Test
  void spoiltRequestsAreAnsweredAsTheirProtocolSays() throws Exception {
    List<Integer> before = statuses();
    long end = System.nanoTime() + LONGEST.toNanos();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        all.add(threads.submit(() -> sendUntil(end)));
      }
      for (Future<?> each : all) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
    int sent = Math.min(next.get(), REQUESTS);
    assertThat(failures).as("seed %d, %d requests", SEED, sent).isEmpty();
    assertThat(statuses()).as("good requests afterwards, seed %d", SEED).isEqualTo(before);
    assertThat(sent).isGreaterThan(FEWEST);
  }

  private List<Integer> statuses() throws IOException, InterruptedException {
    List<Integer> statuses = new ArrayList<>();
    for (GoodRequest each : good) {
      statuses.add(send(each).statusCode());
    }
    return statuses;
  }

  private void sendUntil(long end) {
    for (int no = next.getAndIncrement();
        no < REQUESTS && System.nanoTime() < end && failures.size() < ENOUGH_FAILURES;
        no = next.getAndIncrement()) {
      Random random = new Random(SEED * 1_000_003 + no);
      GoodRequest spoilt = new Mutation(random).of(good.get(random.nextInt(good.size())));
      try {
        HttpResponse<byte[]> answer = send(spoilt);
        boolean raw = isRaw(spoilt);
        int number = no;
        Verdict.on(answer, raw).ifPresent(it -> failures.add(told(number, it, spoilt, answer)));
      } catch (IOException e) {
        failures.add("request " + no + ": " + e + "\n" + text(spoilt));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static boolean isRaw(GoodRequest request) {
    String all = text(request);
    return all.contains("Raw") || all.contains("raw") || request.target().contains("/ogcapi");
  }

  private HttpResponse<byte[]> send(GoodRequest request) throws IOException, InterruptedException {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(base + request.target())).timeout(HANGS);
    request.headers().forEach(builder::header);
    builder.method(
        request.method(),
        request.hasBody() ? BodyPublishers.ofByteArray(request.body()) : BodyPublishers.noBody());
    return http.send(builder.build(), BodyHandlers.ofByteArray());
  }

  private static String told(
      int no, String what, GoodRequest request, HttpResponse<byte[]> answer) {
    return "request "
        + no
        + ": "
        + what
        + "\n"
        + text(request)
        + "\nanswered with "
        + answer.statusCode()
        + " "
        + answer.headers().firstValue("Content-Type").orElse("")
        + "\n"
        + shortened(new String(answer.body(), StandardCharsets.UTF_8));
  }

  private static String text(GoodRequest request) {
    return request.method()
        + " "
        + request.target()
        + "\n"
        + request.headers()
        + "\n"
        + shortened(new String(request.body(), StandardCharsets.ISO_8859_1));
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(SHOWN, text.length()));
  }
}
