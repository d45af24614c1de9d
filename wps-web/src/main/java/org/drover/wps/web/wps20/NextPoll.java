package org.drover.wps.web.wps20;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.drover.wps.execution.JobView;

/**
 * When it is worth to ask for a job's status again: after a tenth of the time it is expected to
 * take still, or has taken so far; not sooner than a second, not later than a minute.
 */
final class NextPoll {

  private static final Duration SOONEST = Duration.ofSeconds(1);
  private static final Duration LATEST = Duration.ofMinutes(1);

  private NextPoll() {}

  /** Empty once the job has ended. */
  static Optional<Instant> of(JobView view, Instant now) {
    if (view.job().status().isFinal()) {
      return Optional.empty();
    }
    Duration known =
        view.eta()
            .map(end -> Duration.between(now, end))
            .orElseGet(() -> Duration.between(view.job().created(), now));
    return Optional.of(now.plus(bounded(known.dividedBy(10))));
  }

  private static Duration bounded(Duration wait) {
    if (wait.compareTo(SOONEST) < 0) {
      return SOONEST;
    }
    return wait.compareTo(LATEST) > 0 ? LATEST : wait;
  }
}
