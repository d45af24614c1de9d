package org.drover.wps.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.drover.wps.execution.forecast.Outlook;
import org.drover.wps.execution.request.ExecuteRequest;
import org.drover.wps.job.Job;
import org.drover.wps.output.StoredOutput;
import org.drover.wps.process.describe.ProcessDescription;

/**
 * A job as its owner sees it through any protocol.
 *
 * @param process description of the version that was accepted
 * @param request what was asked for
 * @param outlook its place, beginning and end, until it has ended
 * @param outputs present once it has succeeded; empty before
 */
public record JobView(
    Job job,
    ProcessDescription process,
    ExecuteRequest request,
    Outlook outlook,
    List<StoredOutput> outputs) {
  public JobView {
    outputs = List.copyOf(outputs);
  }

  /** About when the job ends; empty when it has ended, or there is no saying. */
  public Optional<Instant> eta() {
    return outlook.end();
  }

  /** How long it ran, beside {@link org.drover.wps.job.JobTerms#estimate}; once it has ended. */
  public Optional<Duration> runTime() {
    return job.started().flatMap(from -> job.finished().map(to -> Duration.between(from, to)));
  }
}
