package org.drover.wps.chaos.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import org.drover.wps.chaos.process.Traces;
import org.drover.wps.it.client.Answer;

/** How a job must end, as its status tells. */
@FunctionalInterface
public interface Outcome {

  /** The job and its outputs are forgotten before anybody looks. */
  Outcome GONE = (status, fetch) -> assertThat(status.status()).as(status.text()).isEqualTo(404);

  /**
   * Checks.
   *
   * @param status the status document of the ended job
   * @param fetch gets an output from its address
   * @throws AssertionError if it did not end so
   */
  void check(Answer status, Function<String, Answer> fetch);

  default Outcome or(Outcome other) {
    return (status, fetch) -> {
      if (status.state().equals("ProcessSucceeded")) {
        check(status, fetch);
      } else {
        other.check(status, fetch);
      }
    };
  }

  static Outcome literal(String output, String value) {
    return (status, fetch) ->
        assertThat(status.succeeded().literal(output)).as(status.text()).isEqualTo(value);
  }

  /** Each of so many items was done, and counted once. */
  static Outcome items(long count) {
    return (status, fetch) -> {
      assertThat(status.succeeded().literal("count")).isEqualTo(Long.toString(count));
      assertThat(status.literal("sum")).isEqualTo(Long.toString(count * (count - 1) / 2));
    };
  }

  /** The whole output is served, and nothing else. */
  static Outcome letters(int size) {
    return (status, fetch) -> {
      String address = status.succeeded().value(Answer.output("letters") + "/wps:Reference/@href");
      byte[] letters = fetch.apply(address).bare().body();
      assertThat(letters).hasSize(size);
      for (int i = 0; i < size; i++) {
        if (letters[i] != Traces.letter(i)) {
          throw new AssertionError(address + " is wrong at byte " + i);
        }
      }
    };
  }

  /** The job was dismissed, which WPS 1.0.0 tells as a failure. */
  static Outcome dismissed() {
    return (status, fetch) -> {
      assertThat(status.ok().state()).as(status.text()).isEqualTo("ProcessFailed");
      assertThat(status.value("//ows:ExceptionText")).contains("dismissed");
    };
  }

  /** The job failed, for a reason that matches. */
  static Outcome failed(String reason) {
    return (status, fetch) -> {
      assertThat(status.ok().state()).as(status.text()).isEqualTo("ProcessFailed");
      assertThat(status.value("//ows:ExceptionText")).matches(reason);
    };
  }
}
