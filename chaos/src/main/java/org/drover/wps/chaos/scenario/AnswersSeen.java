package org.drover.wps.chaos.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.drover.wps.chaos.law.Figures;
import org.drover.wps.it.client.Answer;

/** What clients are told while something is away: the truth, or when to come again. */
final class AnswersSeen {

  /** Under which the server's log knows a failure. */
  private static final String NUMBER = "[0-9a-f]{8}-[0-9a-f-]{27}";

  private final AtomicInteger good = new AtomicInteger();
  private final AtomicInteger busy = new AtomicInteger();
  private final Queue<String> others = new ConcurrentLinkedQueue<>();
  private final Queue<Double> seconds = new ConcurrentLinkedQueue<>();

  /** Notes an answer and how long it took. */
  void see(Supplier<Answer> ask) {
    long start = System.nanoTime();
    Answer answer = ask.get();
    seconds.add((System.nanoTime() - start) / 1e9);
    if (answer.status() == 200) {
      good.incrementAndGet();
    } else if (answer.status() == 503 && answer.header("Retry-After").isPresent()) {
      busy.incrementAndGet();
    } else {
      others.add(answer.status() + " " + answer.text().replaceAll(NUMBER, "…"));
    }
  }

  void tell(Figures figures) {
    figures
        .put("answers_200", good.get())
        .put("answers_503", busy.get())
        .put("other_answers", others.size())
        .put("slowest_s", seconds.stream().mapToDouble(it -> it).max().orElse(0));
  }

  void assertProper() {
    assertThat(Set.copyOf(others))
        .as("answers that are neither 200 nor 503 with Retry-After")
        .isEmpty();
  }
}
