package org.drover.wps.backend.scheduler;

import java.io.IOException;
import java.time.Duration;
import org.drover.wps.backend.EngineAwayException;

/** An answer that holds for a moment, so that many who ask at once cost one question. */
final class Recent<T> {

  private final Question<T> question;
  private final long holdsNanos;
  private T answer;
  private EngineAwayException failure;
  private boolean asked;
  private long askedNanos;

  /** Asks. */
  @FunctionalInterface
  interface Question<T> {
    T ask() throws IOException;
  }

  Recent(Duration holds, Question<T> question) {
    this.holdsNanos = holds.toNanos();
    this.question = question;
  }

  synchronized T get() throws IOException {
    if (!asked || System.nanoTime() - askedNanos > holdsNanos) {
      ask();
    }
    if (failure != null) {
      throw new EngineAwayException(failure.getMessage(), failure);
    }
    return answer;
  }

  private void ask() throws IOException {
    askedNanos = System.nanoTime();
    asked = false;
    failure = null;
    try {
      answer = question.ask();
    } catch (EngineAwayException e) {
      failure = e;
    }
    asked = true;
  }

  /** Something was done since: the next who wants to know asks anew. */
  synchronized void outdated() {
    asked = false;
  }
}
