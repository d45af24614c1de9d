package org.drover.wps.execution.forecast;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.drover.wps.job.JobId;

/** The jobs that began here last: one may begin before all is done that its acceptance asks for. */
final class RecentStarts {

  private static final int REMEMBERED = 256;

  private final Deque<Start> starts = new ArrayDeque<>();

  private record Start(JobId job, Instant at) {}

  synchronized void add(JobId job, Instant at) {
    starts.addLast(new Start(job, at));
    if (starts.size() > REMEMBERED) {
      starts.removeFirst();
    }
  }

  /** When the job began; empty if it did not, or long ago. */
  synchronized Optional<Instant> of(JobId job) {
    return starts.stream().filter(it -> it.job().equals(job)).map(Start::at).findFirst();
  }
}
